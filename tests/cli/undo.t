# undo takes back the last call that recorded something, and says what that was.
$ travaux init > made.txt; travaux undo
travaux: nothing was recorded in 'travaux.db'
hint: there is nothing to take back
[2]
$ travaux init --db ferry.db --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' > made.txt
$ cp ferry.db made.db
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half' --draft n-0301 --dated 2031-03-01 fare_share=50% --db ferry.db
added report 23b878 Norland Post, 2 Mar 2031, and draft n-0301
  Share of the fares   50%   (first reported)
$ travaux draft edit n-0301 --title 'The first' --db ferry.db
changed draft n-0301: title
# Of a dry run nothing stays, and what was recorded already is no call.
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half' --draft n-0301 --dated 2031-03-01 fare_share=50% --db ferry.db
nothing new: 2 records are there already
$ cat > when <<'END'
> sed 's/ of [0-9]* [A-Z][a-z]* [0-9]* [0-9:]*: / of TIME: /; s/"recorded": "[-0-9T:Z]*"/"recorded": TIME/'
> END
$ cp ferry.db before.db; travaux undo --db ferry.db --dry-run | sh when; cmp ferry.db before.db
would take back draft edit of TIME: draft n-0301: The first
$ travaux undo --db ferry.db | sh when
took back draft edit of TIME: draft n-0301: The first
$ travaux drafts --db ferry.db | tail -n 1
1 Mar 2031  n-0301
# Twice goes one further, and so on back to the beginning.
$ travaux undo --db ferry.db --json | sh when
{
  "dry_run": false,
  "command": "add",
  "recorded": TIME,
  "took_back": {"negotiation": 0, "party": 0, "term": 0, "outlet": 0, "draft": 1, "report": 1, "judgement": 0},
  "records": [
    {"record": "draft", "negotiation": "ferry", "id": "4db0fb67dfc029c992e3c742aa4547ce98cff5835a08fd80606d2ea0091fc15b", "key": "n-0301", "label": null, "published": null},
    {"record": "report", "negotiation": "ferry", "id": "23b878f0379f1d497b23442fd1e765152d1d477aadebdf5cf555ac6dd3323cf5", "key": null, "label": "Norland Post", "published": "2031-03-02"}
  ]
}
$ travaux undo --db ferry.db | sh when
took back init of TIME: 1 term, 2 parties, 1 negotiation
$ travaux undo --db ferry.db
travaux: nothing was recorded in 'ferry.db'
hint: there is nothing to take back
[2]
$ travaux log --db ferry.db; travaux check --db ferry.db
ferry.db: sound
# What was taken back can be recorded again.
$ travaux merge --db ferry.db made.db; travaux export --db ferry.db --format jsonl > a.jsonl; travaux export --db made.db --format jsonl | cmp - a.jsonl
added 1 term, 2 parties, 1 negotiation
no reading changes
$ travaux undo --db ferry.db | sh when
took back merge of TIME: 1 term, 2 parties, 1 negotiation
# A file of several negotiations: the last call, of whichever it was.
$ travaux init --db both.db --negotiation a --title A --party X=Ex > made.txt; travaux merge --db both.db made.db > made.txt
$ travaux undo --db both.db | sh when; travaux undo --db both.db | sh when
took back merge of TIME: 1 term, 2 parties, 1 negotiation
took back init of TIME: 1 party, 1 negotiation
# A call that held a forget stays: see forget.t. Nor does undo take anything else.
$ travaux undo everything
travaux: undo takes no arguments, but 'everything' is given
hint: travaux help undo shows examples
[2]
