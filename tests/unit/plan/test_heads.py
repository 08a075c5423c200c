"""Which client the head of a document names, beside a person, a place, or inside of a sentence."""

import pytest

from advancelint.plan import heads
from advancelint.plan.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("Call with Dana Whitlow, Lakemont Fire Department, March 5 2026", "notes", "Lakemont Fire Department"),
        ("Tollgate Vineyards, press hall cooling, call with Marguerite Duval, 25 Aug", "prep", "Tollgate Vineyards"),
        ("Kilcarrow Dairies: call with Noreen Walsh", "prep", "Kilcarrow Dairies"),
        ("Visit w/ Kieran: Orre Sailmakers", "prep", "Orre Sailmakers"),
        ("Call with Dana Whitlow, 5 March", "notes", ""),
        ("Dr Lowther – thurs 7 May", "prep", ""),
        ("Larkspur University, Halifax: leak monitoring", "deal", "Larkspur University"),
        ("Quillon Foods, Inc. – renewal", "deal", "Quillon Foods, Inc."),
        ("Harrow, Dunn & Pyle: deal review", "deal", "Harrow, Dunn & Pyle"),
        ("CR visite Optique Aubrac – Rodez, mardi 7 avril 2026", "notes", "Optique Aubrac"),
        ("Before I see Mr. Rennie at Westerkirk Abattoir (Wednesday 8 July)", "prep", "Westerkirk Abattoir"),
        ("How Orchard Lane Surgery and we get to the first day on the new phones", "map", "Orchard Lane Surgery"),
        ("Seed drill chat - Pemberton Seeds // in the yard", "notes", "Pemberton Seeds"),
        ("PLAN W/ ACEITES DEL CORVO – grinding aid, mill 2", "map", "ACEITES DEL CORVO"),
        ("Wairoto District Council", "notes", "Wairoto District Council"),
        ("baird & tarn cold stores", "notes", "baird & tarn cold stores"),
        ("Trip plan w/c 20 April 2026, South Wales and the Marches", "prep", ""),
        ("Norwood & Tallow: joint plan", "map", ""),
        ("Post-Call Summary", "notes", ""),
        ("Account plan Q1/27: Vossmar Marine", "account", "Vossmar Marine"),
        ("QBR H2 2026 Vossmar Marine", "account", "Vossmar Marine"),
        ("May Foundries: account plan May 2027", "account", "May Foundries"),
        ("Prep: Norwood Cold Chain / first real call", "prep", "Norwood Cold Chain"),
        ("Übergabe Kunde Norwood Versand SE", "notes", "Norwood Versand SE"),
        ("Besuchsbericht Gießerei Norwood", "notes", "Gießerei Norwood"),
        ("Anrufvorbereitung Norwood Guss GmbH", "prep", "Norwood Guss GmbH"),
        ("hi all, quick one before friday", "prep", ""),
        ("Hi both, call with Norwood Cold Chain", "prep", "Norwood Cold Chain"),
        ("Dear Valley Dairies: account plan", "account", "Dear Valley Dairies"),
    ],
)
def test_the_client_is_told_from_people_and_places(title: str, kind: str, name: str) -> None:
    assert heads.client(title, vocabulary(), kind) == name


@pytest.mark.parametrize(
    ("name", "strength"),
    [
        ("Orre Sailmakers", heads.LIKELY),
        ("Stadtwerke Ilmen", heads.SHOWN),
        ("Fenwick & Daughters", heads.SHOWN),
        ("Tann AG", heads.SHOWN),
        ("Vantor", 0),
        ("Dana Whitlow", 0),
        ("Frau Lüthi", 0),
        ("Projektbesprechung Umbau", 0),
        ("Support Handover", 0),
        ("Wedding Plans", 0),
        ("", 0),
    ],
)
def test_a_name_shows_how_surely_it_is_a_clients(name: str, strength: int) -> None:
    assert heads.strength(name, vocabulary()) == strength
