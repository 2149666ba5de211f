# Two lines of drafts that join, one that amends, one without a date; and a text that would colour
# the screen.
$ travaux init > init.txt
$ cat > deal.jsonl <<'END'
> {"record":"negotiation","key":"d","title":"Deal","parties":[{"key":"A","name":"A"},{"key":"B","name":"B"}],"terms":[{"key":"share","title":"Share","kind":"percentage","favours":"A"},{"key":"law","title":"Law","kind":"text"}]}
> {"record":"draft","negotiation":"d","key":"a1","dated":"2025-01-10","by":"A"}
> {"record":"draft","negotiation":"d","key":"b1","dated":"2025-01-10","by":"B"}
> {"record":"draft","negotiation":"d","key":"c1","title":"Joint","dated":"2025-02-01","follows":["a1","b1"]}
> {"record":"draft","negotiation":"d","key":"d1","amends":"c1"}
> {"record":"draft","negotiation":"d","key":"e1","presented":"2026-03-01","follows":["d1"]}
> {"record":"report","negotiation":"d","outlet":"X","title":"T","published":"2025-01-11","basis":"document","claims":[{"draft":"a1","term":"share","value":"50%"},{"draft":"b1","term":"share","value":"30%"},{"draft":"a1","term":"law","value":"New York"}]}
> {"record":"report","negotiation":"d","outlet":"Y","title":"T","published":"2025-02-02","basis":"document","claims":[{"draft":"c1","term":"share","value":"40%"},{"draft":"c1","term":"law","value":"New York"}]}
> {"record":"report","negotiation":"d","outlet":"Z","title":"T","published":"2026-03-02","basis":"secondary","claims":[{"draft":"e1","term":"share","value":"40%"},{"draft":"d1","term":"law","value":"London\u001b[31m"}]}
> END
$ travaux add deal.jsonl > added.txt
$ travaux drafts
date         draft  title  by  follows
10 Jan 2025  a1            A
10 Jan 2025  b1            B
1 Feb 2025   c1     Joint      a1, b1
             d1                (c1), amends c1
1 Mar 2026   e1                d1
( ) is followed though no record says so
# One line for each draft that it is compared with; what stays the same is counted.
$ travaux changes
Deal                                                    3 reports, to 2 Mar 2026

Share                                                                      share
  10 Jan 2025  a1   50%               + first reported
                    1 report, 1 origin (X)
  10 Jan 2025  b1   30%               + first reported
                    1 report, 1 origin (X)
  1 Feb 2025   c1   40%               ~ lowered by 10 points (against a1)  → B
                                      ~ raised by 10 points (against b1)   → A
                    1 report, 1 origin (Y)

Law                                                                          law
  10 Jan 2025  a1   New York          + first reported
                    1 report, 1 origin (X)
               d1   London\u{1b}[31m  ? retold
                    1 report, origin unknown

2 readings are the same as before; --all shows them
$ travaux changes --toward B
Deal                                                    3 reports, to 2 Mar 2026

Share                                                                      share
  1 Feb 2025  c1   40%  ~ lowered by 10 points (against a1)  → B
                   1 report, 1 origin (Y)
$ travaux show d1
d1                                                                       undated
follows c1 · amends c1 · by not known · 1 report, origin unknown
  Share   40% (inherited from c1)   1 report, 1 origin (Y)
  Law     London\u{1b}[31m          1 report, origin unknown
$ travaux diff a1 b1
a1 (10 Jan 2025, A)  →  b1 (10 Jan 2025, B)
  ~ Share   50% → 30%: lowered by 20 points  → B
  · Law     New York → not reported (no change is known)
$ travaux diff c1 d1 --exit-code
c1 (1 Feb 2025)  →  d1
  d1: amends c1
  ? Law   New York → London\u{1b}[31m: retold
1 term alike; --all shows it
[1]
$ travaux diff c1 e1 --exit-code
c1 (1 Feb 2025)  →  e1 (1 Mar 2026)
  · Law   New York → not reported (no change is known)
1 term alike; --all shows it
$ travaux timeline
Deal                                                    3 reports, to 2 Mar 2026

10 Jan 2025
  draft a1, by A
    + Share: 50%
    + Law: New York
  draft b1, by B
    + Share: 30%

1 Feb 2025
  draft c1: Joint; follows a1, b1
    ~ Share: 50% → 40%: lowered by 10 points (against a1)  → B
    ~ Share: 30% → 40%: raised by 10 points (against b1)  → A
    · 1 term the same as before

undated
  draft d1; follows (c1); amends c1
    ? Law: New York → London\u{1b}[31m: retold

1 Mar 2026
  draft e1; follows d1
    · 1 term the same as before
# An id is known by its first digits; what is no draft and no id is told as an unknown draft.
$ travaux show $(travaux reports --format csv | tail -n 1 | cut -c 1-6) | sed -n '2,4p;/^claims/,$p'
  title      T
  published  2 Mar 2026
  basis      secondary
claims
  e1         Share  40%
  d1         Law    London\u{1b}[31m
$ travaux show x1
travaux: unknown draft 'x1'
hint: travaux drafts lists them
[2]
$ travaux show 0000
travaux: no record's id begins with '0000'
[2]
$ travaux show e1 --known-by 2025-12-31
travaux: draft 'e1' is not known by 2025-12-31
hint: no report published by then names it; leave --known-by out
[2]
