/* sha256: see sha256.h; the names of FIPS 180-4, section 6.2. */
#include "sha256.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK_BYTES = 64, LENGTH_BYTES = 8 };

static const uint32_t constants[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf,
	0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
	0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7,
	0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
	0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
	0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
	0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c,
	0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee,
	0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2 };

static uint32_t
turn(uint32_t x, int bits)
{
	return x >> bits | x << (32 - bits);
}

static void
add_block(uint32_t hash[8], const unsigned char *block)
{
	uint32_t w[64], v[8];

	for (int t = 0; t < 16; t++)
		w[t] = (uint32_t)block[4 * t] << 24 |
		       (uint32_t)block[4 * t + 1] << 16 |
		       (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
	for (int t = 16; t < 64; t++) {
		uint32_t a = w[t - 15], b = w[t - 2];

		w[t] = (turn(b, 17) ^ turn(b, 19) ^ b >> 10) + w[t - 7] +
		       (turn(a, 7) ^ turn(a, 18) ^ a >> 3) + w[t - 16];
	}
	memcpy(v, hash, sizeof(v));
	for (int t = 0; t < 64; t++) {
		uint32_t sum1 = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25);
		uint32_t choose = (v[4] & v[5]) ^ (~v[4] & v[6]);
		uint32_t t1 = v[7] + sum1 + choose + constants[t] + w[t];
		uint32_t sum0 = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22);
		uint32_t most = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);

		memmove(v + 1, v, 7 * sizeof(v[0]));
		v[4] += t1;
		v[0] = t1 + sum0 + most;
	}
	for (int i = 0; i < 8; i++)
		hash[i] += v[i];
}

/* The last bytes, a one bit, zeros, and the length in bits. */
static void
add_end(uint32_t hash[8], struct str tail, uint64_t bit_count)
{
	unsigned char block[2 * BLOCK_BYTES] = { 0 };
	size_t len = tail.len + 1 + LENGTH_BYTES <= BLOCK_BYTES
			 ? BLOCK_BYTES
			 : 2 * BLOCK_BYTES;

	if (tail.len > 0)
		memcpy(block, tail.ptr, tail.len);
	block[tail.len] = 0x80;
	for (size_t i = 0; i < LENGTH_BYTES; i++)
		block[len - 1 - i] = (unsigned char)(bit_count >> (8 * i));
	for (size_t at = 0; at < len; at += BLOCK_BYTES)
		add_block(hash, block + at);
}

void
sha256_digest(struct str bytes, unsigned char digest[32])
{
	uint32_t hash[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	uint64_t bit_count = (uint64_t)bytes.len * 8;

	while (bytes.len >= BLOCK_BYTES) {
		add_block(hash, (const unsigned char *)bytes.ptr);
		bytes = str_skip(bytes, BLOCK_BYTES);
	}
	add_end(hash, bytes, bit_count);
	for (size_t i = 0; i < 32; i++)
		digest[i] = (unsigned char)(hash[i / 4] >> (24 - 8 * (i % 4)));
}

void
sha256_hex(struct str bytes, char hex[65])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[32];

	sha256_digest(bytes, digest);
	for (size_t i = 0; i < 64; i++)
		hex[i] = digits[digest[i / 2] >> (i % 2 ? 0 : 4) & 0xF];
	hex[64] = '\0';
}
