# Two articles of 24 February 2025, alone in a file: what they say, and nothing more.
$ travaux init > init.txt
$ travaux add "$FIXTURES/two-articles.jsonl" > added.txt
# Both tell that guarantees were deferred, both from CNN. Of money, a stake or a share of the
# revenues in this draft neither says a word.
$ travaux show us-0224
us-0224  Revised draft                       presented 24 Feb 2025 in Washington
follows us-0221 (by date alone) · by not known · 2 reports, 1 origin (CNN)
Put forward by Ukraine or by both sides; the two articles do not say which.
  Security guarantees      deferred (to further talks; later talks)           2 reports, 1 origin (CNN)
  Form of the instrument   framework agreement on creating a fund, separate agreement on how it works   1 report, 1 origin (CNN)
                           also: framework on creating a reconstruction fund   1 report, 1 origin (CNN)
silent on 4 terms; --all names them; background that names no draft: travaux background
$ travaux show us-0224 --all | tail -n 1
silent on 4 terms: revenue_share, ownership_stake, compensation_amount, revenue_scope; background that names no draft: travaux background
$ travaux show us-0212
us-0212  Pilot draft                                       presented 12 Feb 2025
by US · 1 report, 2 origins
  Share of resource revenues   50% of everything listed   1 report, 1 origin (Babel)
  Security guarantees          absent                     1 report, 1 origin (CNN)
silent on 4 terms; --all names them; background that names no draft: travaux background
$ travaux show us-0221
us-0221  Text after Kyiv's refusal                             dated 21 Feb 2025
follows us-0212 (by date alone) · by US · 1 report, 1 origin (The New York Times)
  Share of resource revenues   100% of revenues (minerals, oil, gas, ports, other infrastructure)   1 report, 1 origin (The New York Times)
silent on 5 terms; --all names them; background that names no draft: travaux background
$ travaux background
term                                    claim                                             outlet                published
Share of resource revenues              up to 50% of revenue (minerals, uranium, oil, gas)  Komersant ukrainskyi  24 Feb 2025
                                        from extraction and sale; one of the "preliminary conditions" of a US text that is not named
Stake in the resources themselves       50% of rare earth deposits                        Komersant ukrainskyi  24 Feb 2025
                                        held by US companies; one of the "preliminary conditions" of a US text that is not named
Compensation for past aid               USD 500 billion (resource income)                 Komersant ukrainskyi  24 Feb 2025
                                        said to be under discussion; one of the "preliminary conditions" of a US text that is not named
Security guarantees                     absent                                            Komersant ukrainskyi  24 Feb 2025
                                        one of the "preliminary conditions" of a US text that is not named
What the revenues come from: territory  also areas that may be freed                      Komersant ukrainskyi  24 Feb 2025
                                        territory that Ukraine may yet liberate; one of the "preliminary conditions" of a US text that is not named
# Half of "everything listed" is not known to be half of the revenues; silence is no deletion.
$ travaux diff us-0212 us-0221 --exit-code
us-0212 (12 Feb 2025, US)  →  us-0221 (21 Feb 2025, US)
  ? Share of resource revenues   50% of everything listed → 100% of revenues (minerals, oil, gas, ports, other infrastructure): incomparable (not known to be of the same thing)
  · Security guarantees          absent → not reported (no change is known)
[1]
$ travaux diff us-0221 us-0224
us-0221 (21 Feb 2025, US)  →  us-0224 (24 Feb 2025)
  · Share of resource revenues   100% of revenues (minerals, oil, gas, ports, other infrastructure) → not reported (no change is known)
  + Security guarantees          first reported: deferred (to further talks; later talks)
  + Form of the instrument       first reported: framework agreement on creating a fund, separate agreement on how it works
$ travaux changes security_guarantees
US–Ukraine minerals agreement                          2 reports, to 24 Feb 2025

Security guarantees                                          security_guarantees
  12 Feb  us-0212   absent                                    + first reported
                    1 report, 1 origin (CNN)
  24 Feb  us-0224   deferred (to further talks; later talks)  ~ deferred
                    2 reports, 1 origin (CNN)
$ travaux changes --known-by 2025-02-23
no changes known by 23 Feb 2025
$ travaux changes --known-by 2025-02-23 --quiet
$ travaux changes --known-by 2025-02-23 --json | tr -d ' \n'; echo
{"negotiation":"us-ukraine-minerals","known_by":"2025-02-23","changes":[]}
$ travaux timeline
US–Ukraine minerals agreement                          2 reports, to 24 Feb 2025

12 Feb 2025
  draft us-0212: Pilot draft, by US
    + Share of resource revenues: 50% of everything listed
    + Security guarantees: absent
  presented us-0212 (Babel)
  rejected us-0212 (Babel)

21 Feb 2025
  draft us-0221: Text after Kyiv's refusal, by US; follows (us-0212)
    ? Share of resource revenues: 50% of everything listed → 100% of revenues (minerals, oil, gas, ports, other infrastructure): incomparable (not known to be of the same thing)

24 Feb 2025
  draft us-0224: Revised draft; follows (us-0221)
    ~ Security guarantees: absent → deferred (to further talks; later talks): deferred (against us-0212)
    + Form of the instrument: framework agreement on creating a fund, separate agreement on how it works
  presented us-0224 in Washington (Babel, Komersant ukrainskyi)
  UA disputes Compensation for past aid: about USD 100 billion (Komersant ukrainskyi; no day given)
  UA opposes the deal as a whole (Komersant ukrainskyi; no day given)
  UA seeks Security guarantees (Babel)
  US opposes Security guarantees (Babel, Komersant ukrainskyi)
# With all 64 reports: six newsrooms have half, two retellings of the New York Times have all of it,
# as the newspaper's own report (M18) does not.
$ grep -v -e '"note": "M28' -e '"note": "M29' "$FIXTURES/us-ukraine-minerals.jsonl" > 62.jsonl
$ travaux init --db all.db > init.txt
$ travaux add --db all.db 62.jsonl > added.txt
$ for command in timeline changes "changes --json" positions events background "show us-0221"
> do travaux $command --db all.db --known-by 2025-02-23; done > before.txt
$ travaux add --db all.db "$FIXTURES/us-ukraine-minerals.jsonl" > added.txt
$ for command in timeline changes "changes --json" positions events background "show us-0221"
> do travaux $command --db all.db --known-by 2025-02-23; done > after.txt
$ grep -c 'as known by 23 Feb 2025; what was published later is left out' before.txt
6
$ cmp before.txt after.txt && echo 'what was known by 23 February is the same'
what was known by 23 February is the same
$ travaux show us-0221 --db all.db | grep -A 4 '^  Share of resource revenues  ' | tr -s ' '
 Share of resource revenues [50% of revenues (minerals, oil, gas, ports, other infrastructure) 6 reports, 2 origins
 | 100% of revenues (minerals, oil, gas, ports, other infrastructure)] 2 reports, 1 origin (The New York Times, also of the other)
 also: 100% of revenues (natural resources) 1 report, 1 origin (The New York Times)
 also: 50% of fund income (minerals) 2 reports, 1 origin (Financial Times)
 also: 50% of future resource revenue 1 report, 1 origin (The New York Times)
