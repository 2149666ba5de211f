# Changes as reports tell them, beside those that the readings make. Nobody says what a2 does with
# the price, nor anybody what a3 does with the seat; a report knows more. A text would colour the screen.
$ travaux init > made.txt
$ cat > deal.jsonl <<'END'
> {"record":"negotiation","key":"d","title":"Deal","parties":[{"key":"A","name":"Aland"},{"key":"B","name":"Bland"}],"terms":[{"key":"share","title":"Share","kind":"percentage","favours":"A"},{"key":"price","title":"Price","kind":"money"},{"key":"seat","title":"Seat","kind":"text"},{"key":"law","title":"Law","kind":"text"}]}
> {"record":"draft","negotiation":"d","key":"a1","dated":"2025-01-10","by":"A"}
> {"record":"draft","negotiation":"d","key":"a2","dated":"2025-02-01","by":"B","follows":["a1"],"maybe_same_as":["a1"]}
> {"record":"draft","negotiation":"d","key":"b2","dated":"2025-02-01"}
> {"record":"draft","negotiation":"d","key":"a3","dated":"2025-03-01","by":"A","follows":["a2"]}
> {"record":"report","negotiation":"d","outlet":"X","title":"X","published":"2025-03-02","basis":"document","claims":[{"draft":"a1","term":"share","value":"50%"},{"draft":"a2","term":"share","value":"50%"},{"draft":"a3","term":"share","value":"75%"},{"draft":"a1","term":"price","value":"USD 5"},{"draft":"a1","term":"seat","value":"Paris"},{"draft":"a2","term":"seat","value":"Paris"}]}
> {"record":"report","negotiation":"d","outlet":"Y","title":"Y","published":"2025-02-02","changes":[{"draft":"a2","from":"a1","term":"price","change":"lowered","value":"USD 4","note":"by\u001b[31m a fifth"},{"draft":"a2","term":"share","change":"lowered","value":"40%"}]}
> {"record":"report","negotiation":"d","outlet":"Z","title":"Z","published":"2025-03-03","cites":[{"outlet":"W"}],"changes":[{"draft":"a3","from":"a1","term":"seat","change":"removed"},{"draft":"a3","term":"share","change":"raised"},{"draft":"a2","term":"seat","change":"same"}]}
> END
$ travaux add deal.jsonl > added.txt
# A reading that stays the same is shown where a report tells otherwise; `same` beside `same` is not.
$ travaux changes
Deal                                                    3 reports, to 3 Mar 2025

Share                                                                      share
  10 Jan  a1   50%    + first reported
               1 report, 1 origin (X)
  1 Feb   a2   50%    · same
               1 report, 1 origin (X)
               told: lowered, to 40% (Y, 2 Feb 2025)
  1 Mar   a3   75%    ~ raised by 25 points  → A
               1 report, 1 origin (X)
               told: raised (Z, 3 Mar 2025)

Price                                                                      price
  10 Jan  a1   USD 5  + first reported
               1 report, 1 origin (X)
  1 Feb   a2   told only: lowered, to USD 4, against a1 (Y, 2 Feb 2025; by\u{1b}[31m a fifth)

Seat                                                                        seat
  10 Jan  a1   Paris  + first reported
               1 report, 1 origin (X)
  1 Mar   a3   told only: removed, against a1 (Z, 3 Mar 2025)

1 reading is the same as before; --all shows it
no report of a draft speaks of 1 term: law
$ travaux changes price --all
Deal                                                    3 reports, to 3 Mar 2025

Price                                                                      price
  10 Jan  a1   USD 5  + first reported
               1 report, 1 origin (X)
  1 Feb   a2   told only: lowered, to USD 4, against a1 (Y, 2 Feb 2025; by\u{1b}[31m a fifth)
# What the filter asks of drafts holds of them too; nobody says whom a reported change favours.
$ travaux changes --by A --since 2025-02-15
Deal                                                    3 reports, to 3 Mar 2025

Share                                                                      share
  1 Mar  a3   75%  ~ raised by 25 points (against a2)  → A
              1 report, 1 origin (X)
              told: raised (Z, 3 Mar 2025)

Seat                                                                        seat
  1 Mar  a3   told only: removed, against a1 (Z, 3 Mar 2025)
$ travaux changes --toward A
Deal                                                    3 reports, to 3 Mar 2025

Share                                                                      share
  1 Mar  a3   75%  ~ raised by 25 points (against a2)  → A
              1 report, 1 origin (X)
# Without a report, without whom it cites, and before it was known.
$ travaux changes price --without Y
Deal                                                    3 reports, to 3 Mar 2025

Price                                                                      price
  10 Jan  a1   USD 5  + first reported
               1 report, 1 origin (X)

without Y; what goes back to it alone is left out
$ travaux changes seat --without W
Deal                                                    3 reports, to 3 Mar 2025

Seat                                                                        seat
  10 Jan  a1   Paris  + first reported
               1 report, 1 origin (X)

1 reading is the same as before; --all shows it
without W; what goes back to it alone is left out
$ travaux changes seat --known-by 2025-03-02
Deal                                                    2 reports, to 2 Mar 2025

Seat                                                                        seat
  10 Jan  a1   Paris  + first reported
               1 report, 1 origin (X)

1 reading is the same as before; --all shows it
as known by 2 Mar 2025; what was published later is left out
# Between two drafts: against the first, or without saying against which.
$ travaux diff a1 a2
a1 (10 Jan 2025, A)  →  a2 (1 Feb 2025, B)
  a2: maybe the same as a1
  · Share   50%: same
            told: lowered, to 40% (Y, 2 Feb 2025)
  · Price   USD 5 → not reported (no change is known)
            told: lowered, to USD 4, against a1 (Y, 2 Feb 2025; by\u{1b}[31m a fifth)
1 term alike; --all shows it
$ travaux diff a1 a3
a1 (10 Jan 2025, A)  →  a3 (1 Mar 2025, A)
  ~ Share   50% → 75%: raised by 25 points  → A
            told: raised (Z, 3 Mar 2025)
  · Price   USD 5 → not reported (no change is known)
  · Seat    Paris → not reported (no change is known)
            told: removed, against a1 (Z, 3 Mar 2025)
$ travaux diff a2 a3 --format md
From a2, 1 Feb 2025 to a3, 1 Mar 2025:

| Term | Before | After | Change |
| --- | --- | --- | --- |
| Share | 50% | 75% | \~ raised by 25 points → A |
| Seat | Paris | | · not reported |

Changes as reports tell them:

| Term | Change | Against | Told by | Note |
| --- | --- | --- | --- | --- |
| Share | raised | | Z, 3 Mar 2025 | |
# The drafts that are one.
$ travaux judge same-draft a2 b2 --dated 2025-03-09 --reason 'one text' > judged.txt
$ travaux diff a1 a2 | head -2
a1 (10 Jan 2025, A)  →  a2 (1 Feb 2025, B)
  a2: also called b2; maybe the same as a1
$ travaux timeline
Deal                                                    3 reports, to 3 Mar 2025

10 Jan 2025
  draft a1, by A
    + Share: 50%
    + Price: USD 5
    + Seat: Paris

1 Feb 2025
  draft a2, by B; follows a1; also called b2; maybe the same as a1
      Share: told: lowered, to 40% (Y, 2 Feb 2025)
      Price: told only: lowered, to USD 4, against a1 (Y, 2 Feb 2025; by\u{1b}[31m a fifth)
    · 2 terms the same as before

1 Mar 2025
  draft a3, by A; follows a2
    ~ Share: 50% → 75%: raised by 25 points  → A
      Share: told: raised (Z, 3 Mar 2025)
      Seat: told only: removed, against a1 (Z, 3 Mar 2025)
# For programs: one more member, the last, only where there is something.
$ travaux changes price --json | sed -n '/"reported": \[/,$p' | sed 's/"\([0-9a-f]\{6\}\)[0-9a-f]\{58\}"/"\1"/g'
  "reported": [
    {"draft": "a2", "term": "price", "change": "lowered", "from_draft": "a1", "text": "USD 4", "note": "by\u001b[31m a fifth", "report": "add3d7", "outlet": "Y", "published": "2025-02-02"}
  ]
}
$ travaux changes law --json
{
  "negotiation": "d",
  "known_by": null,
  "changes": []
}
$ travaux export --quiet --format json | tail -9 | cut -c 1-60
  ],
  "reported": [
    {"draft": "a2", "term": "share", "change": "lowered", "f
    {"draft": "a2", "term": "price", "change": "lowered", "f
    {"draft": "a2", "term": "seat", "change": "same", "from_
    {"draft": "a3", "term": "share", "change": "raised", "fr
    {"draft": "a3", "term": "seat", "change": "removed", "fr
  ]
}
$ travaux export --quiet --format md | sed -n '/tell them$/,/^## How/p' | grep '^|'
| Date | Draft | Term | Change | Against | Told by | Note |
| --- | --- | --- | --- | --- | --- | --- |
| 1 Feb 2025 | a2 | Share | lowered, to 40% | | Y, 2 Feb 2025 | |
| 1 Feb 2025 | a2 | Price | lowered, to USD 4 | a1 | Y, 2 Feb 2025 | by\\u\{1b\}\[31m a fifth |
| 1 Feb 2025 | a2 | Seat | same | | Z, 3 Mar 2025 | |
| 1 Mar 2025 | a3 | Share | raised | | Z, 3 Mar 2025 | |
| 1 Mar 2025 | a3 | Seat | removed | a1 | Z, 3 Mar 2025 | |
# CSV has no place for them, and the export says so.
$ travaux changes price --format csv | wc -l
2
$ travaux export -o all.csv
CSV leaves out 5 reported changes; --format json holds everything
wrote all.csv
$ travaux export -o all.csv --quiet
# A report that is retracted tells nothing.
$ travaux judge retract $(travaux reports --format csv | grep ',Y,' | cut -c 1-6) --dated 2025-03-10 --reason 'wrong' > judged.txt
$ travaux changes price | tail -3
Price                                                                      price
  10 Jan  a1   USD 5  + first reported
               1 report, 1 origin (X)
