# What people have already: a sheet of claims, a sheet of drafts, Zotero's articles, and what export
# wrote. First with --dry-run: it says the same and changes nothing.
$ travaux init --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' --term loan=money:'Loan for the ships' \
>   --term language=text:Language > made.txt
# --- a claim a row ---
# As Excel saves it in much of Europe: a BOM, semicolons, CR LF; a line break within a cell.
$ printf '\357\273\277Draft;Draft date;Party;Term;Value;Unit;Status;Outlet;Report title;Published;URL;Basis;Attribution;Note;Page\r\n' > claims.csv
$ printf 'n-0301;2031-03-01;N;fare_share;50;%%;;Norland Post;Half for each;2031-03-02;https://post.example/1;document;;;12\r\n' >> claims.csv
$ printf 'n-0301;;;loan;20;USD million;;Norland Post;Half for each;2031-03-02;https://post.example/1;document;;"first line\r\nsecond ""line""";\r\n' >> claims.csv
$ printf 's-0308;;;language;;;deferred;The Strait;South answers;2031-03-09;;secondary;Suderland Radio < officials (anonymous);;\r\n' >> claims.csv
$ cp travaux.db before.db; travaux import --dry-run claims.csv; cmp before.db travaux.db
warning: claims.csv:1: column 15 (Page) is kept in the notes
would add 2 reports, 2 drafts
n-0301, 1 Mar 2031
  Share of the fares   50%              (first reported)
  Loan for the ships   USD 20 million   (first reported)
s-0308
  Language             deferred         (first reported)
$ travaux import claims.csv
warning: claims.csv:1: column 15 (Page) is kept in the notes
added 2 reports, 2 drafts
n-0301, 1 Mar 2031
  Share of the fares   50%              (first reported)
  Loan for the ships   USD 20 million   (first reported)
s-0308
  Language             deferred         (first reported)
$ travaux export --format jsonl | grep '"report"' | sed 's/^/  /'
  {"basis":"secondary","cites":[{"cites":[{"basis":"anonymous","who":"officials"}],"outlet":"Suderland Radio"}],"claims":[{"draft":"s-0308","stance":"deferred","term":"language"}],"negotiation":"ferry","outlet":"The Strait","published":"2031-03-09","record":"report","title":"South answers"}
  {"basis":"document","claims":[{"draft":"n-0301","note":"Page: 12","term":"fare_share","value":"50%"},{"draft":"n-0301","note":"first line\r\nsecond \"line\"","term":"loan","value":"USD 20 million"}],"negotiation":"ferry","outlet":"Norland Post","published":"2031-03-02","record":"report","title":"Half for each","url":"https://post.example/1"}
# Twice adds nothing; nor do the same rows in another order.
$ travaux import claims.csv 2> warned.txt
nothing new: 4 records are there already
$ { head -n 1 claims.csv; sed -n 5p claims.csv; sed -n 3,4p claims.csv; sed -n 2p claims.csv; } | travaux import --quiet -
nothing new: 4 records are there already
$ travaux log | cut -c 19- | tail -n 4 | sed 's/ [0-9a-f]\{6\} / ID /'
import   draft       ID  n-0301
import   report      ID              Norland Post
import   draft       ID  s-0308
import   report      ID              The Strait
# --- a draft a row ---
$ cat > drafts.csv <<'END'
> draft,date,source_url,Share of the fares,loan,pages
> n-0301,2031-03-01,https://notes.example/1,50% of fares,included,3
> j-0420,2031-04-20,https://notes.example/2,60% of fares,,
> END
$ travaux import drafts.csv
travaux: drafts.csv:1: no column 'outlet' is there: every report has one
hint: add the column, or say it for every row with --outlet
[2]
$ travaux import --outlet 'Ferry Notes' --published 2031-05-01 --title 'All drafts' drafts.csv
warning: drafts.csv:1: column 6 (pages) is kept in the notes: it is no declared term
added 2 reports, 1 draft; 1 was there already
n-0301, 1 Mar 2031
  Share of the fares   50% of fares                  (first reported)
  Loan for the ships   USD 20 million                (first reported)
j-0420, 20 Apr 2031
  Share of the fares   50% of fares → 60% of fares   (raised by 10 points against n-0301, 1 Mar)
silent on 1 term that n-0301 stated: loan
$ travaux changes fare_share | head -n 9
Strait ferry treaty                                     4 reports, to 1 May 2031

Share of the fares                                                    fare_share
  1 Mar   n-0301   50% of fares  + first reported
                   2 reports, 2 origins
  20 Apr  j-0420   60% of fares  ~ raised by 10 points
                   1 report, 1 origin (Ferry Notes)
# A term may be called by its title in a claim a row too.
$ printf 'outlet,title,published,draft,term,value\nThe Strait,By title,2031-05-02,j-0420,Loan for the ships,USD 30 million\n' > title.csv
$ travaux import --dry-run title.csv | tail -n 1
  Loan for the ships   USD 20 million → USD 30 million   (raised by USD 10 million (ratio 1.5) against n-0301, 1 Mar)
# --- articles ---
$ cat > zotero.json <<'END'
> [ { "id": "http://zotero.org/users/1/items/A", "type": "article-newspaper", "title": "Ships <i>at last</i>",
>     "container-title": "Norland Post", "URL": "https://post.example/2", "source": "www.reuters.com",
>     "author": [ {"family": "Berg", "given": "Ada"} ], "issued": {"date-parts": [ ["2031", 4, 21] ]},
>     "note": "via: Suderland Radio" },
>   { "id": 2, "type": "webpage", "title": "A page", "URL": "https://www.strait.example/a",
>     "issued": {"date-parts": [ [2031, 4] ], "season": "1"} } ]
> END
$ travaux import zotero.json
warning: zotero.json:5: 'A page': a date in words is kept in the note: 'season 1'
added 2 reports
$ travaux import zotero.json
warning: zotero.json:5: 'A page': a date in words is kept in the note: 'season 1'
nothing new: 2 records are there already
$ travaux export --format jsonl | grep 'Ships at last'
{"byline":"Ada Berg","cites":[{"outlet":"Suderland Radio"}],"negotiation":"ferry","outlet":"Norland Post","published":"2031-04-21","record":"report","title":"Ships at last","url":"https://post.example/2"}
# --- what export wrote ---
# Into the same file nothing is new; into another one that knows the terms come the same claims.
$ travaux export --format csv --claims > out.csv; travaux import out.csv
CSV leaves out 2 reports without claims, 1 mention of a draft; --format jsonl holds everything
nothing new: 7 records are there already
$ travaux --db other.db init --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' --term loan=money:'Loan for the ships' \
>   --term language=text:Language > made.txt
$ travaux --db other.db import out.csv
added 4 reports, 3 drafts
n-0301, 1 Mar 2031
  Share of the fares   50% of fares                  (first reported)
  Loan for the ships   USD 20 million                (first reported)
j-0420, 20 Apr 2031
  Share of the fares   50% of fares → 60% of fares   (raised by 10 points against n-0301, 1 Mar)
s-0308
  Language             deferred                      (first reported)
silent on 1 term that n-0301 stated: loan
$ travaux --db other.db export --format csv --claims > again.csv
$ for f in out again; do cut -d , -f 2- $f.csv | sort > $f.txt; done; cmp out.txt again.txt && echo the same
the same
$ for f in travaux other; do travaux --db $f.db drafts --format csv > $f.txt; done; cmp travaux.txt other.txt && echo the same
the same
# A row of a report that is recorded is not changed by import.
$ sed 's/60% of fares/61% of fares/' out.csv > mended.csv; travaux import mended.csv 2>&1 | sed 's/[0-9a-f]\{6\}/ID/g'
travaux: mended.csv:8: column 1 (report): the rows of report ID say otherwise than its record
hint: travaux edit ID mends it; rows whose 'report' is empty make another one
# What was forgotten does not come back by an export made before.
$ travaux --db forget.db init --negotiation ferry --title F --term share=percentage > made.txt
$ travaux --db forget.db add --outlet 'The Strait' --published 2031-03-09 --title T --draft a share=50% > added.txt
$ travaux --db forget.db export --format csv --claims > early.csv
$ travaux --db forget.db judge forget "$(tail -n 1 early.csv | cut -c 1-64)" --dated 2031-03-10 --reason 'a source asked' > forgot.txt
$ travaux --db forget.db import early.csv 2>&1 | sed 's/[0-9a-f]\{6\}/ID/g'
warning: early.csv:2: report ID was forgotten for good and is left out
nothing new: 1 record is there already, 1 is forgotten for good
# Names that hold the marks of the syntax, URLs and several sources behind one another come back.
$ travaux --db marks.db init --negotiation ferry --title F --term share=percentage > made.txt
$ cat > marks.json <<'END'
> {"record": "report", "negotiation": "ferry", "outlet": "The Strait", "title": "Who", "published": "2031-03-10", "claims": [
>   {"term": "share", "value": "40%", "cites": [
>     {"outlet": "A; \"B\" < (C)", "basis": "secondary", "url": "https://e.org/x,y]", "cites": [
>       {"who": "who: he", "basis": "anonymous"}, {"outlet": "D, E", "url": "e.org"}]},
>     {"who": "an aide", "url": "https://e.org/"}]}]}
> END
$ travaux --db marks.db add marks.json > added.txt; travaux --db marks.db export --format csv --claims > marks.csv
$ tail -n 1 marks.csv | cut -d , -f 12-17
"""A; """"B"""" < (C)"" [secondary, ""https://e.org/x,y]""] < (who: ""who: he"" [anonymous]; D, E [""e.org""]); who: an aide [https://e.org/]",,
$ travaux --db marks.db import marks.csv
nothing new: 1 record is there already
# Judgements and updates have no column: what does not count by them is in no row, and drafts that
# are one have one key. Elsewhere and here each draft reads as it did.
$ cat > vocabulary.json <<'END'
> {"record":"negotiation","key":"f","title":"F","terms":[{"key":"share","title":"Share","kind":"percentage"},{"key":"loan","title":"Loan","kind":"money"}]}
> END
$ cat > evidence.json <<'END'
> {"record":"draft","negotiation":"f","key":"a","dated":"2031-03-01"}
> {"record":"draft","negotiation":"f","key":"b","title":"The b paper","dated":"2031-03-09","follows":["a"]}
> {"record":"draft","negotiation":"f","key":"x","presented":"2031-03-10","follows":["a"],"note":"unseen"}
> {"record":"draft","negotiation":"f","key":"y"}
> {"record":"report","negotiation":"f","outlet":"A","title":"First","published":"2031-03-02","byline":"Ada","claims":[{"draft":"a","term":"share","value":"50%"},{"draft":["a","b"],"term":"loan","value":"USD 5"}]}
> {"record":"report","negotiation":"f","outlet":"B","title":"Wrong","published":"2031-03-03","claims":[{"draft":"a","term":"share","value":"60%"},{"draft":"a","term":"loan","value":"USD 6"}]}
> {"record":"report","negotiation":"f","outlet":"C","title":"Late","published":"2031-03-12","language":"uk","claims":[{"draft":"x","term":"share","value":"40%"},{"draft":["b","x"],"term":"loan","value":"USD 7"}]}
> END
$ travaux --db judged.db init > made.txt; travaux --db judged.db add vocabulary.json evidence.json > added.txt
$ id() { travaux --db judged.db reports --format csv | grep ",$1," | cut -c 1-64 | head -n 1; }
> travaux --db judged.db export --format csv --claims > early.csv 2> said.txt
> travaux --db judged.db judge same-draft b x --reason 'one paper' --dated 2031-03-13 > made.txt
> travaux --db judged.db judge deprecate "$(id B)" --draft a --term share --reason 'garbled' --dated 2031-03-13 > made.txt
> travaux --db judged.db judge deprecate "$(id A)" --draft b --term loan --reason 'not in b' --dated 2031-03-13 > made.txt
> travaux --db judged.db add --outlet D --title Old --published 2031-03-04 --draft a share=70% > made.txt
> travaux --db judged.db add --outlet D --title New --published 2031-03-05 --updates "$(id D)" --draft a share=55% > made.txt
$ travaux --db judged.db export --format csv --claims -o judged.csv
CSV leaves out 3 claims that do not count, 1 update of a report, 1 draft without a claim of its own, 3 judgements, byline of 1 report, language of 1 report, note of 1 draft; --format jsonl holds everything
wrote judged.csv
$ cut -d , -f 2-7,18-23 judged.csv | tr -d '\r'
outlet,published,draft,term,stance,value,draft_title,draft_date,draft_presented,party,draft_follows,draft_amends
A,2031-03-02,a,share,stated,50%,,2031-03-01,,,,
A,2031-03-02,a,loan,stated,USD 5,,2031-03-01,,,,
B,2031-03-03,a,loan,stated,USD 6,,2031-03-01,,,,
D,2031-03-05,a,share,stated,55%,,2031-03-01,,,,
C,2031-03-12,b,share,stated,40%,The b paper,2031-03-09,2031-03-10,,a,
C,2031-03-12,b,loan,stated,USD 7,The b paper,2031-03-09,2031-03-10,,a,
$ travaux --db judged.db import judged.csv
nothing new: 6 records are there already
$ travaux --db judged.db import early.csv
nothing new: 6 records are there already
$ sed 's/USD 7/USD 8/' judged.csv | travaux --db judged.db import - 2>&1 | cut -c 1-75
travaux: standard input:6: column 1 (report): the rows of report da4216 say
hint: travaux edit da4216 mends it; rows whose 'report' is empty make anoth
$ travaux --db fresh.db init > made.txt; travaux --db fresh.db add vocabulary.json > added.txt; travaux --db fresh.db import --quiet judged.csv > added.txt
$ for db in judged fresh; do for d in a b; do travaux --db $db.db show $d --format csv | sed 's/[0-9a-f]\{64\}/ID/g'; done > $db.txt; done; cmp judged.txt fresh.txt && wc -l < fresh.txt
6
# --- the real negotiation ---
$ travaux --db real.db init; travaux --db real.db add --quiet "$FIXTURES/us-ukraine-minerals.jsonl" > added.txt
made real.db
$ travaux --db real.db export --format csv --claims > out.csv
CSV leaves out 6 reports without claims, 2 drafts without a claim of their own, 68 positions, 47 events, 23 reported changes, 78 mentions of drafts, archived_url of 1 report, note of 58 reports, note of 8 drafts, maybe_same_as of 4 drafts; --format jsonl holds everything
$ travaux --db real.db import out.csv
nothing new: 75 records are there already
$ travaux --db new.db init; grep '"record": *"negotiation"' "$FIXTURES/us-ukraine-minerals.jsonl" | travaux --db new.db add -
made new.db
added 52 terms, 2 parties, 11 outlets, 1 negotiation
$ travaux --db new.db import out.csv
added 58 reports, 17 drafts
$ travaux --db new.db export --format csv --claims > again.csv
$ for f in out again; do cut -d , -f 2- $f.csv | sort > $f.txt; done; cmp out.txt again.txt && echo the same
the same
# The answer as JSON.
$ travaux --db new.db import --json out.csv
{
  "dry_run": false,
  "added": {"negotiation": 0, "party": 0, "term": 0, "outlet": 0, "draft": 0, "report": 0, "judgement": 0},
  "already": 75,
  "records": [],
  "drafts": [],
  "warnings": []
}
