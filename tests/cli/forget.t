# forget: to protect a source, the text of a report is removed from the file for good. It is found
# nowhere in the file's bytes, free pages and journal included, and nothing brings it back.
$ travaux init --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --term fare_share=percentage:'Share of the fares' > made.txt
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half' --draft n-0301 fare_share=50% > made.txt
$ travaux add --outlet 'The Strait' --published 2031-03-03 --title 'SECRETTITLE' --note 'SECRETNOTE told me' --draft n-0301 fare_share=77% > made.txt
$ travaux judge prefer bd8eca --draft n-0301 --term fare_share --reason 'SECRETREASON' --dated 2031-03-05
added judgement cb986e prefer
no reading changes
# Many more, so that there are pages to be freed.
$ awk 'BEGIN { for (i = 0; i < 300; i++) printf "{\"record\": \"report\", \"negotiation\": \"ferry\", \"outlet\": \"Ay\", \"title\": \"T%d\", \"note\": \"%0500d\", \"published\": \"2031-04-01\"}\n", i, i }' > more.jsonl; travaux add more.jsonl
added 300 reports
$ travaux export -q --format jsonl -o earlier.jsonl > made.txt; cp travaux.db copy.db
$ cat > secrets <<'END'
> for file in "$@"; do
>     echo "$file:" $(grep -a -o 'SECRET[A-Z]*\|77%' "$file" | sort -u)
> done
> END
$ sh secrets travaux.db
travaux.db: 77% SECRETNOTE SECRETREASON SECRETTITLE
# What would be removed is said first; nothing is.
$ travaux judge forget bd8eca --reason 'to protect a source' --dated 2031-03-06 --dry-run; cmp travaux.db copy.db
would add judgement 2109fe forget
report bd8eca The Strait, 3 Mar 2031 would be gone from this file for good
exports and copies made earlier still hold the text
  n-0301   Share of the fares   [77% | 50%] → 50%
$ travaux judge forget bd8eca --reason 'to protect a source' --dated 2031-03-06
added judgement 2109fe forget
report bd8eca The Strait, 3 Mar 2031 is gone from this file for good
exports and copies made earlier still hold the text
  n-0301   Share of the fares   [77% | 50%] → 50%
$ ls | grep '^travaux'; wc -c < travaux.db-journal
travaux.db
travaux.db-journal
0
$ sh secrets travaux.db travaux.db-journal
travaux.db: SECRETREASON
travaux.db-journal:
# The judgement on it has a text of its own.
$ travaux judge forget cb986e --reason 'it tells too much' --dated 2031-03-06 --json | sed '/"records"/,/\]/d'
{
  "dry_run": false,
  "added": {"negotiation": 0, "party": 0, "term": 0, "outlet": 0, "draft": 0, "report": 0, "judgement": 1},
  "already": 0,
  "drafts": [],
  "warnings": [],
  "forgotten": [
    {"record": "judgement", "negotiation": "ferry", "id": "cb986e0cddfd3ab6153ad5f167c168aee0111a26d2c43b0796236a37bb8ea47f", "key": null, "label": "prefer", "published": null}
  ],
  "copies": [],
  "readings": []
}
$ sh secrets travaux.db travaux.db-journal; travaux check
travaux.db:
travaux.db-journal:
travaux.db: sound
# Neither add nor merge brings it back, from whatever copy; each says so.
$ travaux add earlier.jsonl
warning: earlier.jsonl:233: report bd8eca was forgotten for good and is left out
warning: earlier.jsonl:307: judgement cb986e was forgotten for good and is left out
nothing new: 305 records are there already, 2 are forgotten for good
$ travaux merge copy.db
warning: copy.db: report bd8eca was forgotten for good and is left out
warning: copy.db: judgement cb986e was forgotten for good and is left out
nothing new: 305 records are there already, 2 are forgotten for good
$ travaux merge earlier.jsonl --json | sed -n 2,4p
warning: earlier.jsonl:233: report bd8eca was forgotten for good and is left out
warning: earlier.jsonl:307: judgement cb986e was forgotten for good and is left out
  "dry_run": false,
  "added": {"negotiation": 0, "party": 0, "term": 0, "outlet": 0, "draft": 0, "report": 0, "judgement": 0},
  "already": 305,
$ sh secrets travaux.db travaux.db-journal
travaux.db:
travaux.db-journal:
# And a file that has it loses it by a merge.
$ travaux merge --db copy.db travaux.db
added 2 judgements; 305 were there already
report bd8eca The Strait, 3 Mar 2031; judgement cb986e prefer are gone from this file for good
exports and copies made earlier still hold the text
  n-0301   Share of the fares   [77% | 50%] → 50%
$ sh secrets copy.db
copy.db:
# It is for good.
$ travaux undo
travaux: the last call ('judge forget') forgot something for good
hint: neither it nor what was recorded before can be taken back; mend a record with travaux edit
[2]
$ travaux judge withdraw 2109fe --reason r
travaux: judgement 2109fefaa930 is a forget, which is for good
hint: what is forgotten is gone from the file: nothing brings it back
[2]
$ travaux judge forget 2109fe --reason r
travaux: 2109fe: judgement 2109fefaa930 is a forget, which stays
hint: it holds no more than the id of what is forgotten, and its reason
[2]
# As a JSON record it does the same; what a report superseded is in force again, which is warned of.
$ travaux add --outlet 'Ay' --published 2031-05-01 --title 'One' > made.txt
$ travaux add --outlet 'Ay' --published 2031-05-01 --title 'SECRETTWO' --supersedes b97628 > made.txt
$ cat > forget.json <<'END'
> {"record": "judgement", "negotiation": "ferry", "act": "forget", "dated": "2031-03-07", "reason": "r", "id": "2ef61b"}
> END
# A backup that a migration left may hold it too.
$ touch travaux.db.backup-v1; travaux add forget.json
warning: forget.json:1: report b97628, which it superseded, is in force again: forget that too if it says the same
added judgement d5ba4c forget
report 2ef61b Ay, 1 May 2031 is gone from this file for good
exports and copies made earlier still hold the text; so may this backup: travaux.db.backup-v1
$ sh secrets travaux.db travaux.db-journal
travaux.db:
travaux.db-journal:
# Rebuilding wipes free space too: what a call did not get done is mended by it.
$ travaux rebuild; sh secrets travaux.db
the indexes of travaux.db are made anew
travaux.db:
