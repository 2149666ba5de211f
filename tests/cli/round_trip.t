# All records of the real negotiation, out and in again: the same ids, the same exports, byte for byte.
$ travaux init
made travaux.db
$ travaux add "$FIXTURES/us-ukraine-minerals.jsonl"
added 64 reports, 19 drafts, 52 terms, 2 parties, 11 outlets, 1 negotiation
# Every export, of the file named first into the folder named second.
$ cat > exports <<'END'
> mkdir -p "$2"
> travaux export --db "$1" --format jsonl > "$2/all.jsonl" || exit
> for format in json csv md; do
>     travaux export --db "$1" --format $format > "$2/all.$format" || exit
>     travaux export --db "$1" --format $format --known-by 2025-02-28 > "$2/early.$format" || exit
> done
> travaux export --quiet --db "$1" --format csv --claims > "$2/claims.csv"
> END
$ sh exports travaux.db first; ls first
all.csv
all.json
all.jsonl
all.md
claims.csv
early.csv
early.json
early.md
# One line a record, each record once.
$ wc -l < first/all.jsonl; sort -u first/all.jsonl | wc -l
149
149
# By kind, in the order of the design; within a kind by id.
$ sed 's/.*"record": *"\([a-z]*\)".*/\1/' first/all.jsonl | uniq -c | sed 's/^ *//'
1 negotiation
2 party
52 term
11 outlet
19 draft
64 report
# Into an empty file, and out again.
$ travaux --db second.db init
made second.db
$ travaux --db second.db add first/all.jsonl
added 64 reports, 19 drafts, 52 terms, 2 parties, 11 outlets, 1 negotiation
$ sh exports second.db second; diff -r first second && echo the same
the same
# From the end to the beginning, and in one list: the order of the records means nothing.
$ { echo '['; sed '1!G;h;$!d' first/all.jsonl | sed '$!s/$/,/'; echo ']'; } > backwards.json
$ travaux --db third.db init; travaux --db third.db add backwards.json
made third.db
added 64 reports, 19 drafts, 52 terms, 2 parties, 11 outlets, 1 negotiation
$ sh exports third.db third; diff -r first third && echo the same
the same
# Everything once more is nothing new, in either shape.
$ travaux add first/all.jsonl; travaux add "$FIXTURES/us-ukraine-minerals.jsonl"
nothing new: 149 records are there already
nothing new: 149 records are there already
$ sh exports travaux.db again; diff -r first again && echo the same
the same
# The indexes, made anew, say what they said.
$ travaux rebuild
the indexes of travaux.db are made anew
$ sh exports travaux.db rebuilt; diff -r first rebuilt && echo the same
the same
# Disagreements between reports are remarks, no faults.
$ travaux check > check.txt; echo $?; grep -c '^fault' check.txt | cat
0
0
# --- CSV ---
# A header, and rows that end in CR LF, the last one too.
$ head -n 1 first/all.csv | tr -d '\r' | tr , '\n' | paste -sd ' ' | fold -s -w 100
draft dated from_draft term title change because possible contested toward from_status from 
to_status to delta_low delta_high delta_low_open delta_high_open delta_unit ratio tags_added 
tags_removed when_from when_to over_from over_to condition_from condition_to reports origins_min 
origins_max origins
$ head -n 1 first/claims.csv | tr -d '\r' | tr , '\n' | paste -sd ' ' | fold -s -w 100
report outlet published draft term stance value condition to was basis cites quote where note url 
title draft_title draft_date draft_presented party draft_follows draft_amends
$ grep -c -v "$(printf '\r')\$" first/all.csv; grep -c -v "$(printf '\r')\$" first/claims.csv | cat
0
0
# The fixture has 255 claims, of one draft or none each; with the header that is 256 rows.
$ wc -l < first/claims.csv
256
# A claim on several drafts is one row that names them; a background claim has no draft; the text is quoted
# as CSV has it.
$ travaux --db canal.db init --negotiation canal --title 'Canal treaty' --term toll=percentage --term seat=text > made.txt
$ travaux --db canal.db add --outlet Post --published 2025-02-13 --title 'Both say "half", roughly' \
>   --draft first --draft second toll=50% > added.txt
$ travaux --db canal.db add --outlet Post --published 2025-02-14 --title Seat 'seat=Dover, or Calais' > added.txt
$ travaux --db canal.db export --format csv --claims | cut -d , -f 2- | tr -d '\r'
CSV leaves out 2 drafts without a claim of their own; --format jsonl holds everything
outlet,published,draft,term,stance,value,condition,to,was,basis,cites,quote,where,note,url,title,draft_title,draft_date,draft_presented,party,draft_follows,draft_amends
Post,2025-02-13,first; second,toll,stated,50%,,,,,,,,,,"Both say ""half"", roughly",,,,,,
Post,2025-02-14,,seat,stated,"Dover, or Calais",,,,,,,,,,Seat,,,,,,
# --- into a file ---
# The end of its name tells the format; it says where it wrote. What was there is replaced whole.
$ echo old > deal.md; travaux export -o deal.md; cmp deal.md first/all.md
wrote deal.md
$ travaux export --format json -o deal.md; cmp deal.md first/all.json
wrote deal.md
# A name that tells none; a format there is none of.
$ travaux export -o deal.txt
travaux: no format is known by the end of 'deal.txt'
hint: add --format, one of: json, jsonl, csv, md
[2]
$ travaux export --format jsnol
travaux: no export format 'jsnol'
hint: did you mean 'jsonl'?
[2]
# Nothing but a file is replaced, and nothing half written stays behind.
$ mkdir folder folder.md; ln -s deal.md link.md
$ travaux export -o folder.md; travaux export -o link.md; travaux export -o nowhere/deal.md; ls -d folder.md link.md *.part
travaux: 'folder.md' is no regular file and is not replaced
hint: name another file, or write to standard output: -o -
travaux: 'link.md' is no regular file and is not replaced
hint: name another file, or write to standard output: -o -
travaux: 'nowhere/deal.md' cannot be written: No such file or directory
ls: cannot access '*.part': No such file or directory
folder.md
link.md
[2]
# An export that fails leaves what was there.
$ travaux --db canal.db export -o deal.md -n kanal; cmp deal.md first/all.json; ls *.part
travaux: no negotiation 'kanal' in this file
hint: name one with -n: canal
ls: cannot access '*.part': No such file or directory
[2]
