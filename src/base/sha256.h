/* sha256: the SHA-256 digest of FIPS 180-4, to name a draft by its bytes. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "str.h"

/* The digest's 32 bytes. */
void sha256_digest(struct str bytes, unsigned char digest[32]);

/* Writes 64 lower-case hexadecimal digits and a NUL. */
void sha256_hex(struct str bytes, char hex[65]);

#endif
