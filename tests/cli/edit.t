# edit corrects a record in an editor: what comes back supersedes it. Nothing that was written is
# lost, and nothing is recorded that was not meant. The editors here are small scripts.
$ travaux init --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' --term guarantee=text:'Security of the strait' > made.txt
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half' --basis document --draft n-0301 --dated 2031-03-01 fare_share=50%
added report 39dd11 Norland Post, 2 Mar 2031, and draft n-0301
  Share of the fares   50%   (first reported)
$ mkdir scratch; cat > with <<'END'
> # with EDITOR COMMAND…: runs it with that editor, temporary files in a folder of their own.
> EDITOR=$1 TMPDIR=scratch; shift; export EDITOR TMPDIR
> travaux "$@" 2>&1 | sed 's/scratch\/travaux-[0-9]*-/scratch\/travaux-N-/'
> END
$ cat > half <<'END'
> #!/bin/sh
> sed -i 's/50%/60%/' "$1"
> END
$ printf '#!/bin/sh\nsed "s/^/| /" "$1"\n' > look; printf '#!/bin/sh\nexit 3\n' > fails; printf '#!/bin/sh\n: > "$1"\n' > empties; chmod +x half look fails empties
# --- what the editor gets ---
$ sh with ./look edit 39dd
| # report 39dd11dde0a4: what you save here supersedes it.
| # Leave it unchanged, or empty it, to record nothing.
| {
|   "record": "report",
|   "negotiation": "ferry",
|   "outlet": "Norland Post",
|   "title": "Half",
|   "published": "2031-03-02",
|   "basis": "document",
|   "claims": [{"draft": "n-0301", "term": "fare_share", "value": "50%"}]
| }
travaux: nothing is recorded: the text is unchanged
hint: save it changed to record it
# Nothing is locked meanwhile, nobody else may read the text, and VISUAL goes before EDITOR.
$ cat > peek <<'END'
> #!/bin/sh
> echo "words: $1 $2"; ls -l "$3" | cut -c 1-10
> travaux draft edit n-0301 --title 'Meanwhile'
> END
$ chmod +x peek; VISUAL='./peek -a  b' sh with ./fails edit 39dd; ls scratch
words: -a b
-rw-------
changed draft n-0301: title
travaux: nothing is recorded: the text is unchanged
hint: save it changed to record it
# --- what comes back ---
$ sh with ./half edit 39dd
added report 71eca7 Norland Post, 2 Mar 2031
  n-0301   Share of the fares   50% → 60%
$ travaux reports | tail -n +2; ls scratch
71eca7  2 Mar 2031  Norland Post  Half   document       1
# The one before is kept, and cannot be corrected twice.
$ sh with ./half edit 39dd
travaux: report 39dd11 is superseded already
hint: 71eca7 is in force in its place: travaux edit 71eca7
# --- nothing changed, nothing recorded ---
$ cp travaux.db before.db
$ sh with true edit 71eca7; EDITOR=true travaux edit 71eca7 2> said; echo $?
travaux: nothing is recorded: the text is unchanged
hint: save it changed to record it
2
$ sh with ./empties edit 71eca7
travaux: nothing is recorded: the text is empty
hint: save it changed to record it
$ cat > blanks <<'END'
> #!/bin/sh
> tr -d ' ' < "$1" > shorter; sed -i 's/^#.*//' shorter; sed 's/NorlandPost/Norland Post/' shorter > "$1"
> END
$ chmod +x blanks; sh with ./blanks edit 71eca7
travaux: nothing is recorded: the text is unchanged
hint: save it changed to record it
$ sh with './fails -x' edit 71eca7
travaux: the editor './fails -x' failed with status 3
$ sh with './nosuch -x' edit 71eca7; ls scratch; cmp before.db travaux.db
travaux: the editor './nosuch -x' cannot be run: No such file or directory
# --- a faulty text is offered again, with the error on top, until it is right ---
$ cat > learns <<'END'
> #!/bin/sh
> echo "-- offered:"; grep -n '^#\|value' "$1"
> if grep -q '6O%' "$1"; then sed -i 's/6O%/65%/' "$1"
> elif grep -q 'valu"' "$1"; then sed -i 's/valu"/value"/; s/60%/6O%/' "$1"
> elif grep -q 'missing\|comma' "$1"; then sed -i 's/"title"/, "title"/' "$1"; sed -i 's/value"/valu"/' "$1"
> else sed -i 's/"Norland Post",/"Norland Post"/' "$1"; fi
> END
$ chmod +x learns; sh with ./learns edit 71eca7
-- offered:
1:# report 71eca7de758b: what you save here supersedes it.
2:# Leave it unchanged, or empty it, to record nothing.
10:  "claims": [{"draft": "n-0301", "term": "fare_share", "value": "60%"}]
-- offered:
1:# This cannot be recorded yet:
2:# line 10: a comma or '}' is missing: '"'
3:# hint: commas stand between members, '}' after the last
4:# report 71eca7de758b: what you save here supersedes it.
5:# Leave it unchanged, or empty it, to record nothing.
13:  "claims": [{"draft": "n-0301", "term": "fare_share", "value": "60%"}]
-- offered:
1:# This cannot be recorded yet:
2:# /claims/0/valu: unknown member 'valu': no claim has one
3:# hint: did you mean 'value'?
4:# report 71eca7de758b: what you save here supersedes it.
5:# Leave it unchanged, or empty it, to record nothing.
-- offered:
1:# This cannot be recorded yet:
2:# /claims/0/value: the value '6O%' is not of kind percentage
3:# hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
4:# report 71eca7de758b: what you save here supersedes it.
5:# Leave it unchanged, or empty it, to record nothing.
13:  "claims": [{"draft": "n-0301", "term": "fare_share", "value": "6O%"}]
added report fbbab3 Norland Post, 2 Mar 2031
  n-0301   Share of the fares   60% → 65%
$ travaux undo | cut -d : -f 3; ls scratch; cp travaux.db before.db
 report fbbab3 Norland Post, 2 Mar 2031
# The same faulty text twice: it is kept, and named.
$ cat > stubborn <<'END'
> #!/bin/sh
> sed -i 's/60%/6O%/' "$1"
> END
$ chmod +x stubborn; sh with ./stubborn edit 71eca7; head -n 3 scratch/*.json | sed 's/^/| /'; rm scratch/*
travaux: /claims/0/value: the value '6O%' is not of kind percentage
hint: the text is kept in scratch/travaux-N-0.json
| # This cannot be recorded yet:
| # /claims/0/value: the value '6O%' is not of kind percentage
| # hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
# An editor that fails with a changed text: the same.
$ printf '#!/bin/sh\nsed -i s/60%%/70%%/ "$1"; exit 1\n' > breaks; chmod +x breaks; sh with ./breaks edit 71eca7; grep -c '70%' scratch/*.json; rm scratch/*; cmp before.db travaux.db
travaux: the editor './breaks' failed with status 1
hint: the text is kept in scratch/travaux-N-0.json
1
# An editor that takes the file away: no file is named as if it were there.
$ printf '#!/bin/sh\nrm "$1"\n' > takes; chmod +x takes; sh with ./takes edit 71eca7; ls scratch; cmp before.db travaux.db
travaux: the temporary file 'scratch/travaux-N-0.json' cannot be read: No such file or directory
hint: nothing is recorded: the editor left no file behind
# --- any kind of record, but judgements ---
$ printf '#!/bin/sh\nsed -i "s/Meanwhile/Then/" "$1"\n' > then; chmod +x then
$ sh with ./then edit $(travaux log --format csv | grep Meanwhile | cut -d , -f 6)
added draft n-0301: Then
no reading changes
$ travaux judge retract 71eca7 --reason r --dated 2031-03-09 > made.txt; sh with ./look edit $(travaux log --format csv | grep judgement | cut -d , -f 6 | cut -c 1-8) | sed 's/[0-9a-f]\{6,8\}/ID/g'
travaux: judgement ID cannot be edited: it stays as made
hint: travaux judge withdraw ID takes it back; then judge again
# It stays a record of its kind, under its key, of its negotiation.
$ printf '#!/bin/sh\nsed -i "s/n-0301/n-0302/" "$1"\n' > rename; chmod +x rename; sh with ./rename edit $(travaux log --format csv | grep Then | cut -d , -f 6)  | sed 's/N-[0-9]*.json/N.json/'
travaux: /supersedes: the key 'n-0302' is not that of the record superseded, 'n-0301': a key never changes
hint: the text is kept in scratch/travaux-N.json
# An id that is none.
$ sh with ./look edit 0000
travaux: no record's id begins with '0000'
hint: travaux log lists ids
$ sh with ./look edit xyz
travaux: 'xyz' is no id
hint: an id is given by 4 to 64 of its digits (0-9, a-f)
# --- a new report, filled in ---
$ cat > fill <<'END'
> #!/bin/sh
> sed 's/^/| /' "$1"
> sed -i 's/"published": ""/"published": "2031-03-09"/; s/"title": ""/"title": "New"/; s/"term": "", "value": ""/"term": "guarantee", "value": "patrols"/' "$1"
> END
$ chmod +x fill; sh with ./fill add --edit --outlet 'The Strait' --draft n-0301
| # A report: what you save here is recorded.
| # Leave it unchanged, or empty it, to record nothing.
| # A claim has a value, or a stance: included, absent or deferred.
| # Terms:
| #   fare_share (percentage): Share of the fares
| #   guarantee (text): Security of the strait
| {
|   "record": "report",
|   "negotiation": "ferry",
|   "outlet": "The Strait",
|   "title": "",
|   "published": "",
|   "drafts": [{"key": "n-0301"}],
|   "claims": [{"draft": "n-0301", "term": "", "value": ""}]
| }
added report e6d4b2 The Strait, 9 Mar 2031
  Security of the strait   patrols   (first reported)
$ sh with true add --edit --outlet 'The Strait'
travaux: nothing is recorded: the text is unchanged
hint: save it changed to record it
$ printf '#!/bin/sh\nsed -i s/40%%/45%%/ "$1"\n' > more; chmod +x more
$ sh with ./more add --edit --outlet CNN --published 2031-03-10 --title T --draft n-0301 fare_share=40% guarantee=absent
added report 79aacc CNN, 10 Mar 2031
  Share of the fares       45%                  (first reported)
  Security of the strait   [patrols | absent]   (first reported)
# --- what lies there afterwards must be the file ---
$ printf '#!/bin/sh\nrm "$1"; ln -s /etc/passwd "$1"\n' > links; printf '#!/bin/sh\nrm "$1"; mkfifo "$1"\n' > pipes; chmod +x links pipes
$ cp travaux.db before.db; for way in links pipes; do sh with ./$way edit 79aacc 2>&1 | sed 's/-[0-9]*-/-N-/; s/: Too many.*//; /^hint/d'; rm scratch/*; done; cmp before.db travaux.db
travaux: the temporary file 'scratch/travaux-N-0.json' cannot be read
travaux: the temporary file 'scratch/travaux-N-0.json' is no file of at most 16 MiB any more
