"""The reading of single lines: who acts, what the act is worth, when it is due."""

import pytest

from advancelint.reading import Reading, Scene, read
from advancelint.source import Passage


def reading(text: str, **scene: object) -> Reading:
    return read(Passage.plain(text), Scene(**scene))  # type: ignore[arg-type] # the tables below name real fields


ACTS = [
    # text, construction, actor, the words of the act, the words that name who acts
    ("Dana likes it and sends the list by Friday", "subject-verb", "client", "sends the list", "Dana"),
    ("Dana says yes, books the room", "subject-verb", "client", "books the room", "Dana"),
    ("Dana likes it and orders two units", "subject-verb", "client", "orders two units", "Dana"),
    ("Dana likes it and likes us and orders two units", "subject-verb", "client", "orders two units", "Dana"),
    ("I'd be glad to have Dana sign the order", "causative", "client", "sign the order", "Dana"),
    ("Plant floor manager chose the pump", "subject-verb", "client", "chose the pump", "Plant floor manager"),
    (
        "Fuel bills and invoices from Dana by Friday",
        "nominal",
        "client",
        "Fuel bills and invoices from Dana",
        "Dana",
    ),
    ("Dana reads it and has her team count the stops", "causative", "client", "count the stops", "her team"),
    ("Dana naming the approver by 4 May", "subject-verb", "client", "naming the approver", "Dana"),
    ("them sending us the drawings", "subject-verb", "client", "sending us the drawings", "them"),
    ("Leave with Dana naming the day", "causative", "client", "naming the day", "Dana"),
    ("I want Dana signing the order", "causative", "client", "signing the order", "Dana"),
    (
        "Dana says which part she cannot accept",
        "subject-verb",
        "client",
        "says which part she cannot accept",
        "Dana",
    ),
    (
        "Dana says there and then which door will do",
        "subject-verb",
        "client",
        "says there and then which door will do",
        "Dana",
    ),
    ("Dana agrees that we phone her garden", "subject-verb", "client", "agrees that we phone her garden", "Dana"),
    ("Bill agrees to a blind tasting", "subject-verb", "client", "agrees to a blind tasting", "Bill"),
    ("Will sends the log by Friday", "subject-verb", "client", "sends the log", "Will"),
    ("Grant names the approver", "subject-verb", "client", "names the approver", "Grant"),
    ("Dana OKs the demo", "subject-verb", "client", "OKs the demo", "Dana"),
    ("If Dana won't come to the yard she names a date for it", "subject-verb", "client", "names a date for it", "she"),
    ("if she can't decide she brings the plant manager", "subject-verb", "client", "brings the plant manager", "she"),
    ("if not ready he sends the drawings", "subject-verb", "client", "sends the drawings", "he"),
    ("When Dana has what she needs, Omar signs the form", "subject-verb", "client", "signs the form", "Omar"),
    ("Get Dana to approve phase 2 by 3 May", "causative", "client", "approve phase 2", "Dana"),
    ("Have Ops pull the scrap rates before our next workshop", "causative", "client", "pull the scrap rates", "Ops"),
    ("Persuade the harbour master to sign it", "causative", "client", "sign it", "harbour master"),
    ("Tomas Berg frees two operators in week 25", "subject-verb", "client", "frees two operators", "Tomas Berg"),
    ("Marcus to table the business case", "subject-verb", "client", "table the business case", "Marcus"),
    ("Anita said she would forward the offer", "reported", "client", "forward the offer", "Anita"),
    ("Could you send us the drawings by Friday?", "ask", "client", "send us the drawings", "you"),
    ("Omar's comments on the draft", "nominal", "client", "Omar's comments on the draft", "Omar"),
    ("Plan signed by the CFO by Friday", "passive", "client", "Plan signed by the CFO", "CFO"),
    ("Paulo / org chart / Fri", "fragment", "client", "org chart", "Paulo"),
    ("get her to try us at 2 homes in July", "causative", "client", "try us at 2 homes", ""),
    ("Walk out with Omar's signature", "nominal", "client", "Omar's signature", "Omar"),
    ("Somebody signs the form by Friday", "subject-verb", "client", "signs the form", "Somebody"),
    ("We agree that the lab tests two samples", "causative", "client", "tests two samples", "lab"),
    ("We both agree that the lab will test two samples", "causative", "client", "test two samples", "lab"),
    ("Have the drawing checked by Dana", "causative", "client", "the drawing checked by Dana", "Dana"),
    ("Have Dana ready to sign", "causative", "client", "sign", "Dana"),
    ("deposit received from Lund by Friday", "passive", "client", "deposit received from Lund", "Lund"),
    ("QA: scrap log", "ask", "client", "scrap log", "QA"),
    ("Head of Fleet signs the form", "subject-verb", "client", "signs the form", "Head of Fleet"),
    ("manager of the lab signs the form", "subject-verb", "client", "signs the form", "manager of the lab"),
    ("Dana trains her team", "subject-verb", "client", "trains her team", "Dana"),
    ("I'd be content if Dana signs the form", "subject-verb", "client", "signs the form", "Dana"),
    ("There I would like that Dana signs the form", "subject-verb", "client", "signs the form", "Dana"),
    ("If that's too much, I'd settle for Dana signing the form", "subject-verb", "client", "signing the form", "Dana"),
    ("I went in looking for the buyer to sign the form", "subject-verb", "client", "sign the form", "buyer"),
    ("It would be a start if she signs the form", "subject-verb", "client", "signs the form", "she"),
    ("Success is Dana signing the form", "subject-verb", "client", "signing the form", "Dana"),
    ("The one I'd be happiest with is that Dana signs the form", "subject-verb", "client", "signs the form", "Dana"),
    ("Failing that she signs the form", "subject-verb", "client", "signs the form", "she"),
    ("Dana at least signs the form", "subject-verb", "client", "signs the form", "Dana"),
    ("Dana writing down the three types", "subject-verb", "client", "writing down the three types", "Dana"),
    ("him to sign the form", "subject-verb", "client", "sign the form", "him"),
    ("Dana to have picked a name", "subject-verb", "client", "picked a name", "Dana"),
    ("Dana says what she'd need to see", "subject-verb", "client", "says what she'd need to see", "Dana"),
    ("Dana says in writing that we are in", "subject-verb", "client", "says in writing that we are", "Dana"),
    ("Dana agrees to be the project manager", "subject-verb", "client", "agrees to be the project manager", "Dana"),
    ("Dana comes to Leeds with her foreman", "subject-verb", "client", "comes to Leeds with her foreman", "Dana"),
    ("sheila says which of the two we ring", "subject-verb", "client", "says which of the two we ring", "sheila"),
    ("Our goal is for Dana to sign the form", "causative", "client", "sign the form", "Dana"),
    ("be introduced to the CFO by Dana", "passive", "client", "introduced to the CFO by Dana", "Dana"),
    ("Dana continues to test the samples", "subject-verb", "client", "test the samples", "Dana"),
    ("Dana agrees that the manager writes the plan", "reported", "client", "writes the plan", "manager"),
    ("Dana agreed to sign", "subject-verb", "client", "sign", "Dana"),
    ("Board sponsor (Ms Quist) signs the form", "subject-verb", "client", "signs the form", "Ms Quist"),
    (
        "Dana gets back to us with the signed form",
        "subject-verb",
        "client",
        "gets back to us with the signed form",
        "Dana",
    ),
    (
        "Dana says in writing that the plan is final",
        "subject-verb",
        "client",
        "says in writing that the plan is final",
        "Dana",
    ),
    ("Magnus: PO for the film", "nominal", "client", "PO for the film", "Magnus"),
    ("Reza → PO for the film", "nominal", "client", "PO for the film", "Reza"),
    ("Dana agrees quickly with us to test it", "subject-verb", "client", "test it", "Dana"),
    ("The plant and the lab both drove the line", "subject-verb", "client", "drove the line", "plant and the lab"),
    ("Workshop scheduled by the client", "passive", "client", "Workshop scheduled by the client", "client"),
    ("Dana approves action plans by Friday", "subject-verb", "client", "approves action plans", "Dana"),
    ("Confirm with Dana that the lab will test it", "causative", "client", "test it", "lab"),
    ("Agree with Dana that the lab will test it", "causative", "client", "test it", "lab"),
    ("Ensure that the board signs by Friday", "causative", "client", "signs", "board"),
    ("Make certain Dana signs it", "causative", "client", "signs it", "Dana"),
    ("Mrs. Quist signs it", "subject-verb", "client", "signs it", "Mrs. Quist"),
    ("Head of Fleet Services signs the form", "subject-verb", "client", "signs the form", "Head of Fleet Services"),
    ("Lund gets its board to sign", "subject-verb", "client", "sign", "Lund"),
    ("Secure agreement that Dana is to test it", "causative", "client", "test it", "Dana"),
    ("Get confirmation whether Dana will test it", "causative", "client", "test it", "Dana"),
    (
        "Get Dana's confirmation that the line will be opened",
        "causative",
        "client",
        "Dana's confirmation that the line will be opened",
        "Dana",
    ),
    ("Telemetry dump, 6 loops, Haydn", "fragment", "client", "Telemetry dump", "Haydn"),
    ("Dana signs the form, Friday", "subject-verb", "client", "signs the form", "Dana"),
    ("Fab shop: send us the drawings", "imperative", "client", "send us the drawings", ""),
    ("send the drawings to us by Friday", "imperative", "client", "send the drawings to us", ""),
    ("share the failure data with us", "imperative", "client", "share the failure data with us", ""),
    ("open the books to us for one day", "imperative", "client", "open the books to us for one day", ""),
    ("Send us the drawings by Friday — Dana", "imperative", "client", "Send us the drawings", "Dana"),
    ("Signed form - Dana", "passive", "client", "Signed form", ""),
    ("fixed meeting with their CFO", "nominal", "both", "fixed meeting with their CFO", "their CFO"),
    ("Dana tests two samples so that no rework in May", "subject-verb", "client", "tests two samples", "Dana"),
    ("Dana + manager sign the form", "subject-verb", "client", "sign the form", "Dana + manager"),
    ("Get Dana to check the drawing and order", "causative", "client", "check the drawing and order", "Dana"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "construction", "actor", "act", "who"), ACTS, ids=[row[0] for row in ACTS])
def test_a_client_act_is_found_with_its_words(text: str, construction: str, actor: str, act: str, who: str) -> None:
    scene = {"field": "ask"} if construction == "ask" else {}
    found = reading(text, **scene)
    assert found.client_action.value == "act"
    assert (found.construction.value, found.actor.value) == (construction, actor)
    assert found.action.text == act
    assert found.person.text == who


NO_ACTS = [
    ("Dana says that it is fine", "client", "effortless", "subject-verb"),
    ("I'd like Dana to feel that we understand her", "client", "mental", "subject-verb"),
    ("They come away comfortable with our security", "client", "mental", "subject-verb"),
    ("Helen leaves the meeting convinced", "client", "mental", "subject-verb"),
    ("Dana comes to trust us", "client", "mental", "subject-verb"),
    ("Dana comes to our webinar", "client", "low", "subject-verb"),
    ("Dana agrees to be open", "client", "mental", "subject-verb"),
    ("We would like to show Dana the module", "seller", "none", "subject-verb"),
    ("Our worry is that Dana signs the form with Volt", "seller", "none", "subject-verb"),
    ("Dana says how happy she is", "client", "effortless", "subject-verb"),
    ("Dana agrees that we are right", "client", "mental", "subject-verb"),
    ("Dana feeling good about us", "none", "mental", "fragment"),
    ("get Dana thinking about us", "client", "mental", "causative"),
    ("Get Dana moving", "client", "mental", "causative"),
    ("Operator training", "none", "none", "topic"),
    ("Bill for services", "none", "none", "topic"),
    ("Demonstrate the ABC module", "seller", "none", "imperative"),
    ("We present the road map to their leadership team on Friday", "seller", "none", "subject-verb"),
    ("Find out who signs off above 50k", "seller", "none", "learning"),
    ("Persuade Dave of the benefits of the premium line", "seller", "none", "persuasion"),
    ("Discuss pricing with procurement", "seller", "none", "topic"),
    ("Make sure we send the map", "seller", "none", "imperative"),
    ("Agreement", "none", "none", "fragment"),
    ("Show Dana updated prices", "seller", "none", "imperative"),
    ("Demo Norwood revised parts", "seller", "none", "imperative"),
    ("Dave understands our value", "client", "mental", "subject-verb"),
    ("The controller is convinced", "client", "mental", "subject-verb"),
    ("Get the team excited about the pilot", "client", "mental", "causative"),
    ("Rosa listens to our pitch", "client", "effortless", "subject-verb"),
    ("The buyer will be briefed on the new rates", "client", "effortless", "subject-verb"),
    ("They asked us to send a proposal", "client", "effortless", "subject-verb"),
    ("Kim agrees to meet again", "client", "low", "subject-verb"),
    ("Dana takes action by Friday", "client", "low", "subject-verb"),
    ("Dana approves actions today", "client", "low", "subject-verb"),
    ("Dana signs something else", "client", "low", "subject-verb"),
    ("Ines attends our webinar", "client", "low", "subject-verb"),
    ("Legal will get back to us", "client", "low", "subject-verb"),
    ("They might introduce us to the finance director", "client", "low", "subject-verb"),
    ("The buyer has been briefed by our engineer", "seller", "effortless", "passive"),
    ("Dana tells us she is ready", "client", "effortless", "subject-verb"),
    ("Dana says the lab is fine", "client", "effortless", "subject-verb"),
    ("Dana does something about it", "client", "effortless", "subject-verb"),
    ("agreement that Tom will join the review", "client", "low", "subject-verb"),
    ("Have Dana ready", "client", "mental", "causative"),
    ("plan approved by us", "seller", "none", "passive"),
    ("Neither of the buyers signs the form", "client", "none", "subject-verb"),
    ("Lund happy", "none", "mental", "fragment"),
    ("acceptance absorbed by their engineer", "client", "mental", "passive"),
    ("Come to them with the signed form", "seller", "none", "imperative"),
    ("We both agreed to test two samples", "both", "low", "subject-verb"),
    ("Sign-off from us", "seller", "none", "nominal"),
    ("Have the lab talk to purchasing", "client", "low", "causative"),
    ("show the value of moving to us", "seller", "none", "imperative"),
    ("Leave Dana with the form", "seller", "none", "imperative"),
    ("We would be the supplier Dana calls first", "seller", "none", "subject-verb"),
]


@pytest.mark.parametrize(("text", "actor", "kind", "construction"), NO_ACTS, ids=[row[0] for row in NO_ACTS])
def test_what_is_no_advance_is_told_apart(text: str, actor: str, kind: str, construction: str) -> None:
    found = reading(text)
    assert (found.actor.value, found.client_action.value, found.construction.value) == (actor, kind, construction)


def test_a_stock_phrase_is_vague_and_no_act() -> None:
    found = reading("keep the momentum going")
    assert (found.vague.value, found.vague.text, found.client_action.value) == (
        "phrase",
        "keep the momentum going",
        "none",
    )
    assert reading("Gain commitment").client_action.value == "none"


def test_a_stock_phrase_with_a_gap_needs_its_words_in_order() -> None:
    assert reading("Keep Dana warm").vague.text == "Keep Dana warm"
    assert reading("Get warm leads from Dana and keep two for May").vague.value == "none"
    assert reading("See where they store the moulds").vague.value == "none"


def test_a_clause_begins_behind_the_word_that_joins_it() -> None:
    for second in ("Lund pays the deposit", "formally opens the account"):
        text = f"Dana signs the form and {second}"
        clauses = [text[part.span.start : part.span.end] for part in reading(text).parts]
        assert clauses == ["Dana signs the form", second]


def test_each_one_of_them_acts() -> None:
    assert reading("Each one signs the form by Friday").client_action.value == "act"


def test_who_speaks_decides() -> None:
    text = "We'll run the samples on our own line next Tuesday"
    assert reading(text).actor.value == "seller"
    assert reading(text, voice="client").client_action.value == "act"


def test_whom_a_client_calls_yours_is_ours() -> None:
    text = "Your engineer sends the draft by Friday"
    assert reading(text, field="quote", voice="client").actor.value == "seller"
    assert reading(text, field="ask").client_action.value == "act"


def test_the_owner_beside_a_line_and_the_heading_above_it_say_whose_verb_it_is() -> None:
    text = "submit the outage forecast to the steering group"
    assert reading(text).actor.value == "seller"
    assert reading(text, owner="Plant manager").client_action.value == "act"
    assert reading(text, heading="What the client commits to").client_action.value == "act"
    assert reading(text, heading="Call with the client").actor.value == "seller"
    assert (
        reading("Tomas to write up the trial", owner_side="seller", seller=frozenset({"tomas"})).actor.value == "seller"
    )


def test_known_names_decide_the_side() -> None:
    assert reading("Wendy drops the printed case on Friday").client_action.value == "act"
    assert reading("Wendy drops the printed case on Friday", seller=frozenset({"wendy allott"})).actor.value == "seller"
    assert reading("Allott drops the printed case", seller=frozenset({"Allott, Wendy"})).actor.value == "seller"


def test_a_short_word_inside_of_a_name_names_nobody() -> None:
    known = frozenset({"clinique de valmorel"})
    assert reading("préparer deux pompes avec la bibliothèque de médicaments", client=known).actor.value != "client"


def test_our_champion_is_theirs_and_our_engineer_is_ours() -> None:
    assert reading("Our champion drafts the memo").actor.value == "client"
    assert reading("Our engineer drafts the memo").actor.value == "seller"


def test_an_order_below_the_asks_is_for_them() -> None:
    assert reading("draft the plan on Friday").actor.value == "seller"
    assert reading("draft the plan on Friday", field="ask").actor.value == "client"


def test_how_it_is_put_on_paper_is_its_measure() -> None:
    found = reading("Dana confirms it in writing by 3 May")
    assert (found.measure.value, found.measure.text) == ("written", "in writing")


def test_a_verb_in_no_list_is_an_act_of_unknown_energy() -> None:
    found = reading("The pharmacist zibbles two packs for the ward")
    assert (found.client_action.value, found.energy.value, found.action.value) == ("act", "unknown", "zibbles")


@pytest.mark.parametrize(
    ("text", "energy"),
    [
        ("Rosa listens to our pitch", "none"),
        ("Rosa understands the price", "none"),
        ("Rosa reads the summary", "low"),
        ("Rosa sends the April log", "medium"),
        ("Rosa signs the order", "high"),
        ("Rosa brings her director to the review", "high"),
    ],
)
def test_energy_is_what_the_act_costs_the_client(text: str, energy: str) -> None:
    assert reading(text).energy.value == energy


@pytest.mark.parametrize(
    ("text", "commitment", "stage"),
    [
        ("Legal returns the redlines by 12 June", "return_legal_redlines", "negotiate"),
        ("Lund signs the NDA on Friday", "sign_nda", "discover"),
        ("Lund signs the contract", "sign_contract", "close"),
        ("Lund signs the contract and the NDA", "sign_nda", "discover"),
        ("Ana and her team fly to our plant in Lyon", "visit_seller_plant", "evaluate"),
        ("Lund waters the plants", "none", "unknown"),
    ],
)
def test_an_act_is_matched_to_the_ladder_or_left_alone(text: str, commitment: str, stage: str) -> None:
    found = reading(text)
    assert (found.commitment.value, found.stage.value) == (commitment, stage)


def test_close_phrases_are_seen_whatever_the_act() -> None:
    assert reading("Close the deal").close.text == "Close the deal"
    assert reading("Close the gap in the data").close.value == "none"


def test_a_month_is_no_hedge() -> None:
    assert reading("Hopefully Sunniva counts the cards").hedge.text == "Hopefully"
    assert reading("Sunniva counts the rework cards of May").hedge.value == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Dana tells us what the fund may run short of",
        "Dana says which day next week Omar and I may come",
        "Dana marks ten vans that we may inspect",
        "Dana picks a week in may for the fitting",
    ],
)
def test_a_modal_of_a_question_or_of_ours_leaves_nothing_open(text: str) -> None:
    assert reading(text, client=frozenset({"dana"})).hedge.value == "none"


def test_a_modal_of_the_act_leaves_it_open() -> None:
    assert reading("Dana might send the log by Friday").hedge.text == "might"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Dana shows the report to a customer and asks if they accept it", "none"),
        ("Dana tells us what she'd lose if it were switched off", "none"),
        ("Dana gives a yes or no and, if yes, the day of the order", "none"),
        ("Dana runs the pilot in June if her director agrees", "condition"),
        ("Dana signs in June if they approve it", "condition"),
    ],
)
def test_an_if_that_asks_is_no_condition(text: str, condition: str) -> None:
    assert reading(text).condition.value == condition


def test_who_does_something_for_us_is_none_of_us() -> None:
    theirs = reading("Reggie shows us the score", seller=frozenset({"reggie"}))
    assert (theirs.client_action.value, theirs.client_action.text) == ("act", "shows us the score")
    ours = reading("Reggie shows them the score", seller=frozenset({"reggie"}))
    assert ours.client_action.value == "none"


def test_a_thousand_names_neither_recurse_nor_slow() -> None:
    text = " and ".join(f"Anna Smith{number}" for number in range(20_000)) + " sign the form"
    found = reading(text)
    assert found.confidence == "low", "a line that was not read to its end is never sure"


def test_no_words_give_no_judgement() -> None:
    for text in ("", "   ", "—", "12.5", "🎯"):
        found = reading(text)
        assert found.client_action.value in ("none", "unknown")
        assert found.confidence != "high"


def test_what_somebody_will_not_do_is_no_act() -> None:
    found = [reading(f"Dana {word} sign the form") for word in ("won't", "won’t", "will not")]
    assert [(one.action.value, one.client_action.value) for one in found] == [("sign", "none")] * 3


def test_a_feeling_is_of_the_leaving_only_in_the_same_sentence() -> None:
    assert reading("Dana comes away convinced").client_action.value == "mental"
    assert reading("Dana comes away. Convinced").client_action.value != "mental"


def test_of_two_companies_in_one_name_the_person_decides_the_side() -> None:
    found = reading("Tallow's Dana signs the form", client=frozenset({"Dana"}), seller=frozenset({"Tallow"}))
    assert (found.actor.value, found.actor.text) == ("client", "Dana")
