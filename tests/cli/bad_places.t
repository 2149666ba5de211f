# Files that are not there, are not ours, or that somebody else is using. Every refusal says what
# and where; its status is 2, and nothing is made, changed or left behind.
$ travaux init --negotiation canal --title 'Canal treaty' --party NL=Northland --party SL=Southland \
>   --term toll=percentage > made.txt
$ travaux draft add first --dated 2025-02-12 --by NL > made.txt
$ cp travaux.db before.db
$ echo '{"record": "draft", "negotiation": "canal", "key": "second"}' > good.json
# --- what is added ---
# A file that is missing; beside a good one nothing is recorded.
$ travaux add good.json missing.json; cmp before.db travaux.db
travaux: missing.json: the input cannot be opened: No such file or directory
# A folder.
$ mkdir folder; travaux add good.json folder; cmp before.db travaux.db
travaux: folder: the input cannot be read: Is a directory
# A travaux file is no list of records.
$ travaux add before.db
travaux: before.db:1: this is a travaux or other SQLite file, not JSON
hint: take its records in with merge, or export them as jsonl first
[2]
# --- the file itself ---
# Missing: nothing is made by asking or adding.
$ travaux --db missing.db changes; travaux --db missing.db add good.json; ls missing.db
travaux: 'missing.db': No such file or directory
hint: make the file with travaux init, or name another with --db
travaux: 'missing.db': No such file or directory
hint: make the file with travaux init, or name another with --db
ls: cannot access 'missing.db': No such file or directory
[2]
# In a folder that is missing.
$ travaux --db nowhere/a.db init
travaux: 'nowhere/a.db' cannot be made: No such file or directory
hint: see whether its folder is there and may be written to
[2]
# A folder.
$ travaux --db folder changes
travaux: 'folder' is a folder, not a file
hint: name a travaux file with --db
[2]
# A device: nothing is written to what is no file.
$ travaux --db /dev/null add good.json
travaux: '/dev/null' is a device or pipe, not a file
hint: name a travaux file with --db
[2]
$ travaux --db folder init
travaux: 'folder' cannot be made: File exists
hint: add to it with travaux add, or name another with --db
[2]
# No database at all, be it text or an empty file.
$ echo 'Dear diary, today we met in Washington.' > diary.txt; cp diary.txt same.txt
$ travaux --db diary.txt changes; travaux --db diary.txt add good.json; cmp diary.txt same.txt
travaux: 'diary.txt' is no travaux file
hint: make a new file with travaux init, or name another with --db
travaux: 'diary.txt' is no travaux file
hint: make a new file with travaux init, or name another with --db
$ : > empty.db; travaux --db empty.db add good.json; ls -s empty.db
travaux: 'empty.db' is a database, but no travaux file
hint: make a new file with travaux init, or name another with --db
0 empty.db
# A database that is not ours: bytes 68 to 71 of an SQLite file say whose it is.
$ cp before.db other.db; printf '\0\0\0\0' | dd of=other.db bs=1 seek=68 conv=notrunc 2> dd.txt
$ cp other.db same.db; travaux --db other.db changes; travaux --db other.db add good.json; cmp other.db same.db
travaux: 'other.db' is a database, but no travaux file
hint: make a new file with travaux init, or name another with --db
travaux: 'other.db' is a database, but no travaux file
hint: make a new file with travaux init, or name another with --db
# One from a newer version: bytes 60 to 63 say which.
$ cp before.db newer.db; printf '\0\0\0\143' | dd of=newer.db bs=1 seek=60 conv=notrunc 2> dd.txt
$ cp newer.db same.db; travaux --db newer.db changes; travaux --db newer.db add good.json; cmp newer.db same.db
travaux: 'newer.db' was written by a newer travaux (file version 99, this one reads up to 2)
hint: use the newer travaux, or export jsonl with it and add that here
travaux: 'newer.db' was written by a newer travaux (file version 99, this one reads up to 2)
hint: use the newer travaux, or export jsonl with it and add that here
# One that is cut short, and one with a page overwritten.
$ head -c 6000 before.db > short.db; travaux --db short.db changes
travaux: 'short.db' is damaged
hint: restore it from a copy; travaux check says what is wrong
[2]
# init makes a file and never overwrites one; with a negotiation it adds to it, once.
$ travaux init; cmp before.db travaux.db
travaux: 'travaux.db' cannot be made: File exists
hint: add to it with travaux add, or name another with --db
$ travaux init --negotiation canal --title 'Another title'; cmp before.db travaux.db
travaux: negotiation 'canal' is recorded already in travaux.db
hint: travaux term add and travaux party add declare more in it
$ travaux --db diary.txt init --negotiation canal --title 'Canal treaty'; cmp diary.txt same.txt
travaux: 'diary.txt' is no travaux file
hint: make a new file with travaux init, or name another with --db
# A file that init made for nothing is taken away again.
$ travaux --db new.db init --negotiation canal --title 'Canal treaty' --term toll=percent; ls new.db*
travaux: --term 'toll=percent': unknown kind 'percent'
hint: accepted: percentage, money, number, duration, date, level, flag, text
ls: cannot access 'new.db*': No such file or directory
[2]
# --- somebody else ---
# Whoever types records, or waits for them, holds up nobody: the file is locked only when all is read.
$ mkfifo slow; (travaux add slow > slow.txt; echo "slow: $?" >> slow.txt) & exec 3> slow
> travaux add --outlet Post --published 2025-02-13 --title T --draft first toll=10% > fast.txt; echo "fast: $?"
> cat good.json >&3; exec 3>&-; wait; cat slow.txt
fast: 0
added draft second
slow: 0
# While another one writes, whoever reads is served, and whoever writes waits up to 30 seconds and
# then says so. (The other one is stopped in the middle; its journal shows that it has begun.)
$ awk 'BEGIN { for (i = 0; i < 20000; i++) print "{\"record\": \"draft\", \"negotiation\": \"canal\", \"key\": \"d" i "\"}" }' > many.jsonl
$ nice -n 19 travaux add many.jsonl > many.txt & writer=$!
> until [ -s travaux.db-journal ] || ! kill -0 $writer; do :; done; kill -STOP $writer
> travaux drafts | wc -l
> travaux draft add third; echo "status $?"
> kill -KILL $writer
3
travaux: another program is writing to 'travaux.db'
hint: wait until it has finished, then try again; nothing was changed
status 2
# The one that was killed has left no trace, and what it would have done can be done now.
$ travaux drafts | wc -l; travaux check
3
travaux.db: sound
$ travaux add many.jsonl
added 20000 drafts
# Whoever comes while another one writes gets his turn.
$ for i in 1 2 3 4; do travaux draft add turn$i > turn$i.txt & done; wait; cat turn?.txt
added draft turn1
added draft turn2
added draft turn3
added draft turn4
# --- permissions ---
# root may write anything: it asks as nobody, of a copy that nobody can reach.
$ cp "$(command -v travaux)" mine; mkdir open closed; cp before.db open/a.db; cp before.db closed/a.db
> chmod 444 open/a.db; chmod 666 closed/a.db; chmod 777 open; chmod 555 closed; chmod 755 . ..
$ cat > nobody <<'END'
> [ "$(id -u)" -ne 0 ] || set -- setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
> GCOV_PREFIX=/nowhere exec "$@" 2>&1
> END
# A file that may only be read answers, and takes nothing in.
$ sh nobody ./mine --db open/a.db drafts | wc -l; sh nobody ./mine --db open/a.db add good.json; cmp before.db open/a.db
2
travaux: 'open/a.db' may not be written to
hint: change the permissions of the file and of its folder
# Neither does a file in a folder that may only be read.
$ sh nobody ./mine --db closed/a.db drafts | wc -l; sh nobody ./mine --db closed/a.db add good.json; cmp before.db closed/a.db
2
travaux: 'closed/a.db' may not be written to
hint: change the permissions of the file and of its folder
# Nothing can be made there.
$ sh nobody ./mine --db closed/b.db init; ls closed
travaux: 'closed/b.db' cannot be made: Permission denied
hint: see whether its folder is there and may be written to
a.db
