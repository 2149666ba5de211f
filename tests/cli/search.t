# Where words stand in the real negotiation: by record, with the place and the words between stars.
$ travaux init > made.txt; travaux add "$FIXTURES/us-ukraine-minerals.jsonl" > added.txt
$ travaux search lien
lien                                                                 term 369340
  key: *lien*
  title: US *lien* on the revenues
  definition: Whether the United States gets a *lien*.

3 texts in 1 record
# An argument with blanks is a phrase; % is a word. M29 alone has this, and names no draft for it.
$ travaux search 'up to 50%'
Komersant ukrainskyi, 24 Feb 2025                                  report 082dc1
  background claim on revenue_share, value: *up to 50%* of revenue (minerals, uranium, oil, gas)

1 text in 1 record
$ travaux search 'Reconstruction FUND'
Komersant ukrainskyi, 24 Feb 2025                                  report 082dc1
  claim on instrument_form of us-0224, value: framework on creating a *reconstruction fund*

1 text in 1 record
# Several words: texts that hold them all, else those that hold any, of records that hold them all.
$ travaux search Zelensky refused
prokurorska-pravda.today, about 16 Feb 2025                        report c3193d
  title: FT: why *Zelensky* *refused* - no guarantees, New York courts

The New York Times, 12–18 Feb 2025                                 report 0c5e45
  claim on security_guarantees of us-0212, note: faulted for this by *Zelensky* in public
  position, note: *refused* behind closed doors; a counter-proposal is meant for Munich

3 texts in 2 records
# The beginning of a word; a phrase beside a word.
$ travaux search 'Svyr*' first
The New York Times, 26–27 Feb 2025                                 report 8dd269
  claim on signatories of us-0225, value: Bessent / *Svyrydenko* *first*

RT, 30 Apr 2025                                                    report 7cd961
  who: Yulia *Svyrydenko*
  claim on reinvestment of j-0430, value: *first* ten years expected, terms to be discussed

3 texts in 2 records
$ travaux search '"behind closed" Munich'
The New York Times, 12–18 Feb 2025                                 report 0c5e45
  position, note: refused *behind closed* doors; a counter-proposal is meant for *Munich*

1 text in 1 record
# Of a long text the words around the first that was found: at most 40 characters before them.
$ travaux search 'sets it apart'
revenue_share                                                        term 2baaa4
  definition: …later; infrastructure where a draft *sets it apart*; the value of new licences where it stands beside a share of current revenue.

1 text in 1 record
$ travaux search 'current revenue' | head -n 2
revenue_share                                                        term 2baaa4
  definition: …where it stands beside a share of *current revenue*.
# The same for programs: offsets are characters of the text.
$ travaux search 'reconstruction fund' --json
{
  "negotiation": "us-ukraine-minerals",
  "known_by": null,
  "hits": [
    {"record": "report", "id": "082dc14574c1232698519d2f10922ec8e1e4248fb573bb703573eb5a44aa881a", "key": null, "outlet": "Komersant ukrainskyi", "dated": "2025-02-24T22:12", "part": "claim", "term": "instrument_form", "drafts": ["us-0224"], "member": "value", "pointer": "/claims/1/value", "text": "framework on creating a reconstruction fund", "marks": ["24-43"], "set_aside": null, "updated": null}
  ]
}
$ travaux search 'reconstruction fund' --format csv | tail -n 1 | cut -d , -f 5- | tr -d '\r'
2025-02-24T22:12,claim,instrument_form,us-0224,value,/claims/1/value,framework on creating a reconstruction fund,24-43,,
# What was not out yet is not found.
$ travaux search 'reconstruction fund' --known-by 2025-02-23
no texts that hold this known by 23 Feb 2025
$ travaux search 'reconstruction fund' --known-by 2025-02-24 | tail -n 2
1 text in 1 record
as known by 24 Feb 2025; what was published later is left out
# What comes later is found, in any script; case, accents and stress do not count, й and ї do.
$ cat > later.jsonl <<'END'
> {"record":"report","negotiation":"us-ukraine-minerals","outlet":"Le Monde","title":"L’accord signé à Kyïv","published":"2025-06-01","note":"Заявление: «Мой фонд — её залог»\u001b[2J"}
> {"record":"report","negotiation":"us-ukraine-minerals","outlet":"Українська правда","title":"Угода про надра: гарантій немає","published":"2025-06-02"}
> END
$ travaux add later.jsonl > added.txt
$ travaux search 'ГАРАНТ*' надра
Українська правда, 2 Jun 2025                                      report df80f4
  title: Угода про *надра*: *гарантій* немає

1 text in 1 record
$ travaux search ACCORD signe
Le Monde, 1 Jun 2025                                               report 45a686
  title: L’*accord* *signé* à Kyïv

1 text in 1 record
$ travaux search мой ее
Le Monde, 1 Jun 2025                                               report 45a686
  note: Заявление: «*Мой* фонд — *её* залог»\u{1b}[2J

1 text in 1 record
$ travaux search мои
no texts that hold this
# What was recorded before the search is the same without what came after it.
$ travaux search залог --json > with.json; rm -f other.db
$ travaux --db other.db init > made.txt; travaux --db other.db add "$FIXTURES/us-ukraine-minerals.jsonl" later.jsonl > added.txt
$ travaux --db other.db search залог --json | cmp - with.json && echo the same
the same
# Nothing typed is syntax of the full-text engine.
$ travaux search 'lien OR tax'
no texts that hold this
$ travaux search 'title:lien'
no texts that hold this
$ travaux search 'NEAR(lien)' -- '-lien' "'; DROP TABLE record; --"
no texts that hold this
$ travaux search '"lien' | tail -n 1
3 texts in 1 record
# What is no word.
$ travaux search
travaux: search needs WORDS…
hint: travaux help search shows examples
[2]
$ travaux search '*' '"-"'
travaux: there is no word to search for
hint: name a word, the beginning of one (guarant*), or a phrase in quotation marks ("up to 50%")
[2]
$ travaux search ''
travaux: there is no word in ''
hint: name a word, the beginning of one (guarant*), or a phrase in quotation marks ("up to 50%")
[2]
$ travaux search %
travaux: there is no word in '%'
hint: name a word, the beginning of one (guarant*), or a phrase in quotation marks ("up to 50%")
[2]
