/*
 * The cases of unit/standing.c: each stands for a sentence of section 2, named by it. Reports are
 * r, s, t; drafts a to h; terms share, share:x, cap.
 */
#ifndef TESTS_UNIT_STANDING_CASES_H
#define TESTS_UNIT_STANDING_CASES_H

/* known_by: a date, or NULL. questions: "QUESTION = ANSWER" lines; see standing_rulings.h. */
typedef struct standing_case {
    const char *rule, *rulings, *known_by, *questions;
} standing_case;

static const standing_case EFFECT[] = {
    {"no judgement", "", NULL,
     "report r = -\nclaim r a share = -\nclaim r - share = -\nattribute r share = -\n"
     "prefer a share = -\nshown a = a\nnamed = "},
    {"a judgement counts from its date on: on that day", "j retract 2025-03-01 report=r",
     "2025-03-01", "report r = j"},
    {"a judgement counts from its date on: not before", "j retract 2025-03-01 report=r",
     "2025-02-28", "report r = -"},
    {"with certainty not after: an uncertain date counts as its whole month",
     "j retract 2025-03-10~ report=r\nk retract 2025-03-10 report=s", "2025-03-20",
     "report r = -\nreport s = k"},
    {"with certainty not after: and counts once the month is over",
     "j retract 2025-03-10~ report=r", "2025-03-31", "report r = j"},
    {"without a date every judgement counts", "j retract 2025-03-01/.. report=r", NULL,
     "report r = j"},
    {"withdraw revokes", "j retract 2025-03-01 report=r\nw withdraw 2025-03-02 judgement=j", NULL,
     "report r = -"},
    {"withdraw revokes from its own date on",
     "j retract 2025-03-01 report=r\nw withdraw 2025-03-02 judgement=j", "2025-03-01",
     "report r = j"},
    {"a withdraw of a withdraw revives",
     "j retract 2025-03-01 report=r\nw withdraw 2025-03-02 judgement=j\n"
     "v withdraw 2025-03-03 judgement=w",
     NULL, "report r = j"},
    {"a withdraw of a withdraw revives from its own date on",
     "j retract 2025-03-01 report=r\nw withdraw 2025-03-02 judgement=j\n"
     "v withdraw 2025-03-03 judgement=w",
     "2025-03-02", "report r = -"},
    {"one withdraw of two is withdrawn: the other still revokes",
     "j retract 2025-03-01 report=r\nw withdraw 2025-03-02 judgement=j\n"
     "x withdraw 2025-03-02 judgement=j\nv withdraw 2025-03-03 judgement=w",
     NULL, "report r = -"},
    {"a withdraw dated before what it withdraws counts from there on",
     "j retract 2025-03-05 report=r\nw withdraw 2025-03-01 judgement=j", "2025-03-05",
     "report r = -"},
    {"a withdraw of what is not there says nothing",
     "j retract 2025-03-01 report=r\nw withdraw 2025-03-02 judgement=gone", NULL, "report r = j"},
    {"withdraws in a circle come to an end, and are not in effect",
     "j retract 2025-03-01 report=r\nu withdraw 2025-03-02 judgement=u\n"
     "v withdraw 2025-03-02 judgement=w\nw withdraw 2025-03-02 judgement=v",
     NULL, "report r = j"},
    {"a forget sets nothing aside, and withdrawing it changes nothing",
     "f forget 2025-03-01 id=r\nw withdraw 2025-03-02 judgement=f", NULL,
     "report r = -\nclaim r a share = -\nnamed = "},
    {"a judgement on an id that is not there says nothing",
     "j retract 2025-03-01 report=-\nk deprecate 2025-03-01 report=- draft=a\n"
     "l attribute 2025-03-01 report=- term=share draft=a",
     NULL, "report r = -\nclaim r a share = -\nnamed = a"},
};

static const standing_case ASIDE[] = {
    {"retract: none of the report's claims counts", "j retract 2025-03-01 report=r", NULL,
     "report r = j\nclaim r a share = j\nclaim r - cap = j\nreport s = -\nclaim s a share = -"},
    {"deprecate without draft or term: all the report's claims", "j deprecate 2025-03-01 report=r",
     NULL,
     "report r = -\nclaim r a share = j\nclaim r b cap = j\nclaim r - share:x = j\n"
     "claim s a share = -"},
    {"deprecate with a draft: only the claims on it", "j deprecate 2025-03-01 report=r draft=a",
     NULL, "claim r a share = j\nclaim r b share = -\nclaim r - share = -"},
    {"deprecate with a term: on every draft and none", "j deprecate 2025-03-01 report=r term=cap",
     NULL,
     "claim r a cap = j\nclaim r - cap = j\nclaim r a share = -\nclaim r a ca = -\n"
     "claim r a capital = -"},
    {"deprecate with a draft and a term", "j deprecate 2025-03-01 report=r draft=a term=cap", NULL,
     "claim r a cap = j\nclaim r b cap = -\nclaim r - cap = -\nclaim r a share = -"},
    {"a judgement on a term covers its variants", "j deprecate 2025-03-01 report=r term=share",
     NULL,
     "claim r a share = j\nclaim r a share:x = j\nclaim r - share:y = j\nclaim r a shares:x = -"},
    {"a judgement on a variant covers that alone", "j deprecate 2025-03-01 report=r term=share:x",
     NULL,
     "claim r a share:x = j\nclaim r a share = -\nclaim r a share:y = -\nclaim r a share:xy = -"},
    {"under any key of the draft",
     "s same_draft 2025-03-01 keys=a,b\nj deprecate 2025-03-01 report=r draft=b", NULL,
     "claim r a share = j\nclaim r b share = j\nclaim r c share = -"},
    {"a retract is shown before a deprecate",
     "j retract 2025-03-01 report=r\nk deprecate 2025-03-09 report=r", NULL, "claim r a share = j"},
    {"several deprecates: the later one is shown, whatever it covers beside",
     "j deprecate 2025-03-01 report=r\nk deprecate 2025-03-02 report=r draft=a\n"
     "l deprecate 2025-03-03 report=r term=share\nm deprecate 2025-03-04 report=r term=share:x\n"
     "n deprecate 2025-03-05 report=r draft=a term=share\n"
     "o deprecate 2025-03-06 report=r draft=a term=share:x",
     NULL,
     "claim r a share:x = o\nclaim r a share = n\nclaim r a cap = k\nclaim r b share:x = m\n"
     "claim r b share = l\nclaim r b cap = j\nclaim r - cap = j\nclaim r - share:x = m"},
    {"several deprecates: the wider one too, if it is later",
     "j deprecate 2025-03-09 report=r\nk deprecate 2025-03-02 report=r draft=a\n"
     "o deprecate 2025-03-06 report=r draft=a term=share:x",
     NULL, "claim r a share:x = j\nclaim r a cap = j"},
};

static const standing_case COLLISIONS[] = {
    {"prefer: of one row exactly", "j prefer 2025-03-01 draft=a term=share report=r", NULL,
     "prefer a share = j\nprefer a share:x = -\nprefer b share = -\nprefer a shar = -"},
    {"prefer: a variant is a row of its own", "j prefer 2025-03-01 draft=a term=share:x report=r",
     NULL, "prefer a share:x = j\nprefer a share = -"},
    {"prefer: under any key of the draft",
     "s same_draft 2025-03-01 keys=a,b\nj prefer 2025-03-01 draft=b term=cap report=r", NULL,
     "prefer a cap = j\nprefer b cap = j"},
    {"where two collide the later one holds",
     "j prefer 2025-03-02 draft=a term=cap report=r\n"
     "k prefer 2025-03-01 draft=a term=cap report=s",
     NULL, "prefer a cap = j"},
    {"later by the latest",
     "j prefer 2025-03-01 draft=a term=cap report=r\n"
     "k prefer 2025-03 draft=a term=cap report=s",
     NULL, "prefer a cap = k"},
    {"then by the earliest",
     "j prefer 2025-03-01/2025-03-05 draft=a term=cap report=r\n"
     "k prefer 2025-03-05 draft=a term=cap report=s",
     NULL, "prefer a cap = k"},
    {"then the smaller id",
     "k prefer 2025-03-01 draft=a term=cap report=r\n"
     "j prefer 2025-03-01 draft=a term=cap report=s",
     NULL, "prefer a cap = j"},
    {"the later one holds once it is known",
     "j prefer 2025-03-02 draft=a term=cap report=r\n"
     "k prefer 2025-03-01 draft=a term=cap report=s",
     "2025-03-01", "prefer a cap = k"},
    {"the other holds where the later one is withdrawn",
     "j prefer 2025-03-02 draft=a term=cap report=r\n"
     "k prefer 2025-03-01 draft=a term=cap report=s\nw withdraw 2025-03-03 judgement=j",
     NULL, "prefer a cap = k"},
    {"collisions under two keys of one draft",
     "s same_draft 2025-03-01 keys=a,b\nj prefer 2025-03-02 draft=b term=cap report=r\n"
     "k prefer 2025-03-01 draft=a term=cap report=s",
     NULL, "prefer a cap = j\nprefer b cap = j"},
    {"a prefer holds over an earlier one though its report is not there",
     "j prefer 2025-03-02 draft=a term=cap report=-\n"
     "k prefer 2025-03-01 draft=a term=cap report=s",
     NULL, "prefer a cap = j"},
    {"attribute: a background claim is about this draft",
     "j attribute 2025-03-01 report=r term=cap draft=a", NULL,
     "attribute r cap = j\nattribute r share = -\nattribute s cap = -\n"
     "claim r a cap = -"},
    {"attribute: a term covers its variants", "j attribute 2025-03-01 report=r term=share draft=a",
     NULL, "attribute r share = j\nattribute r share:x = j"},
    {"attribute: a variant covers that alone",
     "j attribute 2025-03-01 report=r term=share:x draft=a", NULL,
     "attribute r share = -\nattribute r share:x = j\nattribute r share:y = -"},
    {"attribute: the later one that covers the claim holds",
     "j attribute 2025-03-01 report=r term=share draft=a\n"
     "k attribute 2025-03-02 report=r term=share:x draft=b\n"
     "l attribute 2025-03-03 report=s term=share:x draft=b\n"
     "m attribute 2025-03-04 report=s term=share draft=a",
     NULL,
     "attribute r share = j\nattribute r share:x = k\nattribute r share:y = j\n"
     "attribute s share:x = m\nattribute s share = m"},
    {"attribute: withdrawn, it attributes nothing",
     "j attribute 2025-03-01 report=r term=cap draft=a\nw withdraw 2025-03-02 judgement=j", NULL,
     "attribute r cap = -"},
};

static const standing_case SAME_DRAFTS[] = {
    {"same_draft: shown under the first key", "s same_draft 2025-03-01 keys=b,a", NULL,
     "shown a = b by s\nshown b = b by s\nshown c = c"},
    {"same_draft: of the latest such act",
     "s same_draft 2025-03-01 keys=a,b\nt same_draft 2025-03-02 keys=b,a", NULL,
     "shown a = b by t\nshown b = b by t"},
    {"same_draft: then the smaller id",
     "t same_draft 2025-03-01 keys=a,b\ns same_draft 2025-03-01 keys=b,a", NULL,
     "shown a = b by s"},
    {"same_draft: transitive over all acts",
     "s same_draft 2025-03-01 keys=a,b\nt same_draft 2025-03-03 keys=c,d\n"
     "u same_draft 2025-03-02 keys=b,d\nv same_draft 2025-03-09 keys=e,f",
     NULL,
     "shown a = c by t\nshown b = c by t\nshown c = c by t\nshown d = c by t\nshown e = e by v\n"
     "shown f = e by v"},
    {"same_draft: what joined them withdrawn, they fall apart",
     "s same_draft 2025-03-01 keys=a,b\nt same_draft 2025-03-03 keys=c,d\n"
     "u same_draft 2025-03-02 keys=b,d\nw withdraw 2025-03-04 judgement=u",
     NULL, "shown a = a by s\nshown b = a by s\nshown d = c by t"},
    {"same_draft: from its date on", "s same_draft 2025-03-02 keys=b,a", "2025-03-01",
     "shown a = a\nnamed = "},
    {"same_draft: a key with itself alone is nothing", "s same_draft 2025-03-02 keys=a,a", NULL,
     "shown a = a\nnamed = a"},
    {"known by then: the drafts that judgements name",
     "j prefer 2025-03-01 draft=b term=cap report=r\nk deprecate 2025-03-01 report=r draft=a\n"
     "l attribute 2025-03-01 report=r term=cap draft=c\ns same_draft 2025-03-01 keys=e,d,a\n"
     "m prefer 2025-03-02 draft=f term=cap report=r",
     "2025-03-01", "named = a,b,c,d,e"},
    {"known by then: withdrawn or not",
     "k deprecate 2025-03-01 report=r draft=a\nw withdraw 2025-03-01 judgement=k", NULL,
     "claim r a cap = -\nnamed = a"},
};

/* Records of drafts, one a line: KEY MEMBER=VALUE…; the draft that they make. */
typedef struct fill_case {
    const char *rule, *acts, *records, *filled;
} fill_case;

static const fill_case FILLS[] = {
    {"a draft alone is as its record says", "", "a title=A by=US follows=b,c amends=b",
     "a title=A by=US follows=b,c amends=b"},
    {"a draft alone does not follow itself", "", "a follows=a", "a"},
    {"what is missing under the shown key is filled in", "s same_draft 2025-03-01 keys=a,b",
     "a title=A dated=2025-02-21 by=UA\n"
     "b title=B dated=2025-02-20 presented=2025-02-24 by=US url=u note=n amends=c maybe=d",
     "a title=A dated=2025-02-21 presented=2025-02-24 by=UA amends=c maybe=d url=u note=n"},
    {"in the order of the act's keys, then by key",
     "s same_draft 2025-03-01 keys=d,e,f\nt same_draft 2025-03-05 keys=c,f,b\n"
     "u same_draft 2025-03-02 keys=b,d,f",
     "f note=F\ne title=E note=E url=E\nd title=D by=US url=D\nc\n"
     "b title=B note=B dated=2025-02-21",
     "c title=B dated=2025-02-21 by=US url=D note=F"},
    {"follows is filled in like any member", "s same_draft 2025-03-01 keys=a,b", "a\nb follows=c,d",
     "a follows=c,d"},
    {"follows that is there stands", "s same_draft 2025-03-01 keys=a,b", "a follows=c\nb follows=d",
     "a follows=c"},
    {"follows [] says that it starts a line", "s same_draft 2025-03-01 keys=a,b",
     "a follows=\nb follows=d", "a follows="},
    {"follows [] is filled in too", "s same_draft 2025-03-01 keys=a,b",
     "a\nb follows=", "a follows="},
    {"follows that names only drafts of the same set says nothing",
     "s same_draft 2025-03-01 keys=a,b,c", "a follows=b,c\nb follows=a\nc follows=d",
     "a follows=d"},
    {"nor if there is no other", "s same_draft 2025-03-01 keys=a,b", "a\nb follows=a", "a"},
    {"drafts of the same set are left out of lists", "s same_draft 2025-03-01 keys=a,b",
     "a follows=c,b maybe=b\nb maybe=a,d", "a follows=c maybe=d"},
    {"a draft does not amend itself", "s same_draft 2025-03-01 keys=a,b,c",
     "a amends=c\nb amends=a\nc amends=d", "a amends=d"},
    {"a shown key that nobody declared", "s same_draft 2025-03-01 keys=x,b,a",
     "a title=A\nb note=B", "x title=A note=B"},
};

#endif
