# watch: builds again what is saved, and shows it on this machine only.

load helper

teardown() {
	[ -z "$watcher" ] || kill "$watcher" 2>/dev/null || true
}

# start OPTION...: watches draft.md, until the test ends it
start() {
	"$RAPPORTEUR" watch "$@" draft.md >log 2>&1 3>&- &
	watcher=$!
	comes "built in"
}

# comes TEXT [TIMES]: waits until the log holds it
comes() {
	for _ in $(seq 200); do
		[ "$(grep -c "$1" log)" -ge "${2:-1}" ] && return
		sleep 0.05
	done
	cat log
	return 1
}

ends() {
	kill "$watcher"
	wait "$watcher"
	status=$?
	watcher=
	[ "$status" -eq 0 ]
}

# get HOST PATH [METHOD]: the answer of the preview, head and all
get() {
	exec 5<>"/dev/tcp/127.0.0.1/$port" || return
	printf '%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' \
		"${3:-GET}" "$2" "$1" >&5
	cat <&5
	exec 5>&-
}

@test "a draft that is saved is built again, and so it is when renamed into place" {
	start --to html
	sed 's/full/empty/' draft.md >new.md
	cat new.md >draft.md
	comes 'draft.md: built in' 2
	grep -q 'bins are empty' draft.html
	sed 's/full/gone/' draft.md >new.md
	sed -i 's/empty/gone/' new.md
	mv new.md draft.md
	comes 'draft.md: built in' 3
	grep -q 'bins are gone' draft.html
	ends
}

@test "settings that appear or change count at once; mistakes are said, not fatal" {
	start --to html
	echo 'organisation: Ours' >rapporteur.yaml
	comes 'draft.md: built in' 2
	grep -q '>Ours<' draft.html
	echo 'paper: napkin' >rapporteur.yaml
	comes 'draft.md: not built'
	grep -q 'rapporteur.yaml:1:8: error: paper' log
	grep -q '>Ours<' draft.html
	rm rapporteur.yaml
	comes 'draft.md: built in' 3
	! grep -q '>Ours<' draft.html
	ends
}

@test "what is built is no reason to build" {
	start --to html,pdf
	echo >>draft.md
	comes 'draft.md: built in' 2
	sleep 0.5
	[ "$(grep -c 'built in' log)" -eq 2 ]
	ends
}

@test "--serve shows what was built, and nothing else, to this machine alone" {
	echo secret >secret.txt
	start --to html --serve
	comes 'http://127.0.0.1:'
	port=$(sed -n 's|^http://127.0.0.1:\([0-9]*\)/$|\1|p' log)
	get "127.0.0.1:$port" / | grep -q '<iframe'
	get "localhost:$port" /draft.html | grep -q 'bins are full'
	get "127.0.0.1:$port" /-/state | grep -q '"version":0,"files":\["draft.html"\]'
	for path in /draft.md /secret.txt /../secret.txt /%2e%2e/secret.txt \
		//secret.txt "$PWD/secret.txt"; do
		get "127.0.0.1:$port" "$path" | grep -q '^HTTP/1.1 40[0-9]' ||
			{ echo "$path is given out"; false; }
	done
	get evil.example / | grep -q '^HTTP/1.1 403'
	get "127.0.0.1:$port" /draft.html DELETE | grep -q '^HTTP/1.1 405'
	echo 'More.' >>draft.md
	comes 'draft.md: built in' 2
	for _ in $(seq 100); do
		get "127.0.0.1:$port" /-/state | grep -q '"version":1' && break
		sleep 0.05
	done
	get "127.0.0.1:$port" /draft.html | grep -q 'More\.'
	ends
	! (get "127.0.0.1:$port" /) 2>/dev/null
}

@test "streams cannot be watched, nor may a port be a word" {
	r watch -
	has_status 2
	err_has 'files are watched'
	r watch -o - draft.md
	has_status 2
	r watch --serve --port=http draft.md
	has_status 2
	err_has '--port is a number'
}
