# What could a reader know by 23 February 2025? A report that comes later never changes the answer.
# The real negotiation without the two articles of 24 February (M28, M29), which come later:
$ grep -v '"note": "M2[89]:' "$FIXTURES/us-ukraine-minerals.jsonl" > before.jsonl
$ grep '"note": "M2[89]:' "$FIXTURES/us-ukraine-minerals.jsonl" > two.jsonl; wc -l < two.jsonl
2
$ travaux init > made.txt; travaux add before.jsonl
added 62 reports, 19 drafts, 52 terms, 2 parties, 11 outlets, 1 negotiation
# Everything that can be asked, as of a day, into a folder.
$ cat > ask <<'END'
> mkdir -p "$2"
> for command in changes timeline drafts reports positions events background \
>     'show us-0212' 'show us-0221' 'diff us-0212 us-0221'; do
>     travaux $command --known-by "$1" > "$2/$command"
>     travaux $command --known-by "$1" --json > "$2/$command --json"
> done
> for format in json csv md; do
>     travaux export --format $format --known-by "$1" > "$2/export.$format"
> done
> travaux export --quiet --format csv --claims --known-by "$1" > "$2/claims.csv"
> END
$ sh ask 2025-02-23 without; sh ask 2025-02-24 without-24; ls without | wc -l
24
# The two come: what could be known the day before is the same, what could be known that day is not.
$ travaux add two.jsonl | head -n 1
added 2 reports
$ sh ask 2025-02-23 with; diff -r without with && echo the same
the same
$ sh ask 2025-02-24 with-24; cmp -s without-24/timeline with-24/timeline || echo news
news
# Their claims are the five of Babel and the seven of Komersant, and no claim is gone.
$ diff without-24/claims.csv with-24/claims.csv | grep -c "^<" | cat; diff without-24/claims.csv with-24/claims.csv | sed -n "s/^> [^,]*,\([^,]*\),.*/\1/p" | uniq -c | sed "s/^ *//"
0
7 Komersant ukrainskyi
5 Babel
# By then nobody had named the draft of 24 February: there is nothing to show, which is said.
$ travaux show us-0224 --known-by 2025-02-23
travaux: draft 'us-0224' is not known by 2025-02-23
hint: no report published by then names it; leave --known-by out
[2]
$ travaux diff us-0221 us-0224 --known-by 2025-02-23
travaux: draft 'us-0224' is not known by 2025-02-23
hint: no report published by then names it; leave --known-by out
[2]
# A draft that nobody ever declared is unknown at any date.
$ travaux show us-0242 --known-by 2025-02-23
travaux: unknown draft 'us-0242'
hint: did you mean 'us-0212'?
[2]
# Nor is a report known before it came out, nor a judgement before it was made; by whatever prefix.
$ travaux show 7cd961 --known-by 2025-02-23
travaux: report 7cd961 is not known by 2025-02-23
hint: its date is later, or may be; leave --known-by out
[2]
$ travaux show 7cd961 --known-by 2025-04-30 | head -n 1
report 7cd961  RT
# Eight reports on the draft of 12 February had certainly come out: M04, M05, M06, M08, M11, M12, M21
# and M22. Those dated about 16, 21 and 23 February (M07, M13, M19) may be as late as the 28th.
$ travaux show us-0212 --known-by 2025-02-23
us-0212  First draft, handed over by Bessent       presented 12 Feb 2025 in Kyiv
follows us-0207 (by date alone) · by US · 8 reports, 5–8 origins
  Share of resource revenues                         50% of everything listed                           1 report, 1 origin (Babel)
                                                     also: 50% of income (licence sales, other proceeds)   1 report, 1 origin (Bloomberg)
  Stake in the resources themselves                  [50% of all mineral resources (graphite, lithium, uranium)   3 reports, 2–3 origins
                                                     | 50% of companies extracting rare earths          1 report, 1–3 origins
                                                     | 100% of mineral wealth]                          1 report, 1 origin (The Economist)
  Security guarantees                                absent                                             3 reports, 3 origins
  Size of the fund, or sum that Ukraine pays into it   absent                                           1 report, 1 origin (The New York Times)
  What the compensation rests on                     ownership of metals replaces payment for past arms   1 report, 1–3 origins
  What the revenues come from                        energy resources also sought                       1 report, 1 origin (The New York Times)
  Time given to decide                               1 hour                                             1 report, 1 origin (The Economist)
silent on 45 terms; --all names them; background that names no draft: travaux background
as known by 23 Feb 2025; what was published later is left out
# Every date is one; a day in words is read too; before the first report nothing is known.
$ travaux show us-0212 --known-by '23 Feb 2025' | cmp - 'with/show us-0212'
--known-by '23 Feb 2025' is 2025-02-23
$ travaux changes --known-by 2025-02-11
no changes known by 11 Feb 2025
$ travaux drafts --known-by 2025-02-11 --json | tr -d ' \n'; echo
{"negotiation":"us-ukraine-minerals","known_by":"2025-02-11","drafts":[]}
$ travaux changes --known-by 2025-02-31
travaux: '2025-02-31' is not a date: 2025-02 has no day 31
hint: that month ends on 2025-02-28; write 2025-02 for the month
[2]
# The order of coming is nothing either: the two first and all else later is the same file.
$ travaux --db other.db init > made.txt; head -n 20 before.jsonl | travaux --db other.db add --quiet - > added.txt
$ travaux --db other.db add two.jsonl before.jsonl > added.txt; TRAVAUX_DB=other.db sh ask 2025-02-23 other
$ diff -r with other && echo the same
the same
