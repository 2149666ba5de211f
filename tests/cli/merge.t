# Merging takes in the records of another travaux file, or of a jsonl export: by union, whichever
# is merged into the other; what it brought is told, and what is damaged is refused whole.
$ travaux init --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' --term guarantee=text:'Security of the strait' > made.txt
$ travaux draft add n-0301 --dated 2031-03-01 --by N > made.txt
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half' --basis document --draft n-0301 fare_share=50% > made.txt
# Ann and Ben go on, each with a copy.
$ cp travaux.db ann.db; cp travaux.db ben.db
$ travaux add --db ann.db --outlet 'The Strait' --published 2031-03-03 --title 'All' --draft n-0301 fare_share=100% > made.txt
$ travaux draft edit --db ann.db n-0301 --title 'The first' > made.txt
$ travaux add --db ben.db --outlet 'Suderland Radio' --published 2031-03-09 --title 'Patrols' --draft s-0308 --presented 2031-03-08 --follows n-0301 guarantee=patrols > made.txt
$ travaux draft edit --db ben.db n-0301 --title 'First draft' > made.txt
# What would come is told first.
$ cp ann.db before.db; travaux merge --db ann.db ben.db --dry-run; cmp ann.db before.db
warning: heads in conflict: draft n-0301: 6622e5 is used, not 708db9, until one supersedes the others
would add 1 report, 2 drafts; 7 were there already
no reading of the drafts there before changes
# What comes: new records, readings that are others now, and heads in conflict; check names both.
$ cp ann.db ben-first.db; travaux merge --db ann.db ben.db
warning: heads in conflict: draft n-0301: 6622e5 is used, not 708db9, until one supersedes the others
added 1 report, 2 drafts; 7 were there already
no reading of the drafts there before changes
$ travaux merge --db ben.db before.db
warning: heads in conflict: draft n-0301: 6622e5 is used, not 708db9, until one supersedes the others
added 1 report, 1 draft; 7 were there already
  n-0301   Share of the fares   50% → [50% | 100%]
$ travaux check --db ann.db; travaux check --db ben.db
remark: heads in conflict: draft n-0301: 6622e5de6f74 is used, not 708db9cc1cb6; record one that supersedes them
ann.db: sound, 1 remark
remark: heads in conflict: draft n-0301: 6622e5de6f74 is used, not 708db9cc1cb6; record one that supersedes them
ben.db: sound, 1 remark
# Either way it comes to the same.
$ for file in ann ben; do travaux export --db $file.db --format jsonl > $file.jsonl; done; cmp ann.jsonl ben.jsonl && wc -l < ann.jsonl
12
# As an export, from a pipe, in whatever order: the same again.
$ sort -r ben.jsonl | travaux merge -
warning: heads in conflict: draft n-0301: 6622e5 is used, not 708db9, until one supersedes the others
added 2 reports, 3 drafts; 7 were there already
  n-0301   Share of the fares   50% → [50% | 100%]
$ travaux export --format jsonl | cmp - ann.jsonl
$ cat ann.db | travaux merge -
nothing new: 12 records are there already
# One that supersedes both ends the conflict, here and wherever it is merged.
$ travaux draft edit --db ann.db n-0301 --title 'First draft'
changed draft n-0301: one record in place of 2
$ travaux merge ann.db; travaux check
added draft n-0301: First draft
no reading changes
travaux.db: sound
# Merged into itself it is nothing new, under whatever name.
$ travaux merge travaux.db; ln travaux.db link.db; travaux merge link.db
nothing new: 13 records are there already
nothing new: 13 records are there already
# As JSON.
$ rm travaux.db; travaux init > made.txt; travaux merge ann.db --json | sed 's/"id": "[0-9a-f]*"/"id": ID/' | sed -n '2,8p;/"drafts"/,$p'
  "dry_run": false,
  "added": {"negotiation": 1, "party": 2, "term": 2, "outlet": 0, "draft": 5, "report": 3, "judgement": 0},
  "already": 0,
  "records": [
    {"record": "negotiation", "negotiation": "ferry", "id": ID, "key": "ferry", "label": "Strait ferry treaty", "published": null},
    {"record": "party", "negotiation": "ferry", "id": ID, "key": "N", "label": "Norland", "published": null},
    {"record": "party", "negotiation": "ferry", "id": ID, "key": "S", "label": "Suderland", "published": null},
  "drafts": ["s-0308", "n-0301"],
  "warnings": [],
  "readings": []
}
# The log is each file's own: all of it came by the merge.
$ travaux log | cut -c 19-24 | sort | uniq -c | tr -s ' '
 13 merge 
# --- refused whole ---
$ cp travaux.db before.db
# A body that is not what its id says.
$ LC_ALL=C sed 's/Patrols/Petrols/g' ben.db > forged.db; travaux merge forged.db
travaux: forged.db: record 17bf9d23900f: the record does not match its id
[2]
$ travaux merge -q - < forged.db
travaux: standard input: record 17bf9d23900f: the record does not match its id
[2]
# A file cut short; no file; no travaux file; no records.
$ head -c 20000 ben.db > cut.db; travaux merge cut.db
travaux: cut.db: 'cut.db' is damaged
hint: restore it from a copy; travaux check says what is wrong
[2]
$ travaux merge nosuch.db
travaux: nosuch.db: the input cannot be opened: No such file or directory
[2]
$ printf 'SQLite format 3\0nothing more' > not.db; travaux merge not.db
travaux: not.db: 'not.db' is no travaux file
hint: make a new file with travaux init, or name another with --db
[2]
$ echo 'hello' > hello.txt; travaux merge hello.txt
travaux: hello.txt:1: a record begins with '{', not 'h'
hint: a file holds one object, a list of objects, or one object a line
[2]
$ : > empty.jsonl; travaux merge empty.jsonl
travaux: empty.jsonl:1: there is no record in it
hint: a file holds one object, a list of objects, or one object a line
[2]
$ sed -n '$s/"n-0301"/"n-0399"/p' ben.jsonl | travaux merge -
travaux: standard input:1: /claims/0/draft: draft 'n-0399' is declared nowhere
hint: did you mean 'n-0301'? To declare it: travaux draft add n-0399
[2]
$ travaux merge; travaux merge ann.db ben.db
travaux: merge needs FILE
hint: travaux help merge shows examples
travaux: merge takes only FILE, but 'ben.db' is given as well
hint: travaux help merge shows examples
[2]
$ cmp travaux.db before.db && echo the same
the same
