"""Everyday phrases and what they mean, said on Wednesday 4 March 2026 at 21:40 in Berlin.

One line per phrase: what is typed => what is understood, or => the code of the refusal.
"""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog import words
from twitchlog.entry import When

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime.fromisoformat("2026-03-04T21:40:00+01:00")

UNDERSTOOD = """
left calf 30s 4/10 after coffee, stressed, sitting, 20 min ago -- the outer side => twitch left calf @04 21:20 30s 4/10 sitting caffeine stress
left calf => twitch left calf
l calf 30 sec => twitch left calf 30s
both calves => twitch both calf
left calf yesterday 22:30 => twitch left calf @03 22:30
mon 7pm right thigh cramp => cramp right thigh @02 19:00
last night left foot 2 min => twitch left foot @03 night 120s
weak twitch left calf => twitch left calf
left calf no weakness => twitch left calf no:weakness(left calf)
left leg 20s => twitch left LEG 20s !region_only
restless legs => urge_to_move LEG
stretching helped left calf => twitch left calf relief:stretching
left calf, 2 coffees, 3/10 => twitch left calf 3/10 caffeine
left calf 1h30m ago => twitch left calf @04 20:10
back of my left knee 1h30 => twitch left knee 5400s
chest pain and left calf twitching => twitch left calf chest_pain
left hand twitch and weakness right foot => twitch left hand weakness(right foot)
left calf twitching, weakness left hand => twitch left calf weakness(left hand)
left calf twitching with headache and nausea => twitch left calf headache nausea
right eye twitching after too much coffee => twitch right eyelid caffeine
my right eye is twitching => twitch right eyelid
eye twitch => twitch eyelid
left upper eyelid flickering for 5 minutes => twitch left upper_eyelid 300s
calf (left) 20s => twitch left calf 20s
calf left => twitch left calf
left and right calf => twitch both calf
left calf and right calf => twitch both calf
l+r calf => twitch both calf
left biceps => twitch left upper_arm biceps
thumb of left hand => twitch left thumb
left index finger 10 seconds => twitch left index_finger 10s
big toe right foot => twitch right big_toe
right foot big toe jumping => twitch right big_toe
outer side of left thigh => twitch left thigh
left side of face => twitch left cheek
left side of my neck => twitch left neck_side
tongue left => twitch left tongue
tongue twitching => twitch tongue
all over, 2/10 => twitch everywhere 2/10
everywhere => twitch everywhere
left side => twitch left TRUNK !region_only
left arm => twitch left ARM !region_only
face twitching => twitch FACE !region_only
side => twitch TRUNK !region_only
half an hour ago left calf => twitch left calf @04 21:10
an hour ago right thumb => twitch right thumb @04 20:40
two hours ago left calf => twitch left calf @04 19:40
2 days ago left calf => twitch left calf @02 day
3 weeks ago left calf => twitch left calf @11 day
just now left calf => twitch left calf
left calf at 7pm => twitch left calf @04 19:00
left calf at 14h30 => twitch left calf @04 14:30
left calf at noon => twitch left calf @04 12:00
left calf monday 7am => twitch left calf @02 07:00
left calf last monday => twitch left calf @02 day
left calf on tuesday => twitch left calf @03 day
left calf last night => twitch left calf @03 night
left calf last night 11:30 => twitch left calf @03 23:30
left calf this morning => twitch left calf @04 morning
left calf yesterday evening => twitch left calf @03 evening
left calf tonight => twitch left calf @04 evening
left calf tuesday night => twitch left calf @03 night
left calf day before yesterday => twitch left calf @02 day
left calf the day before yesterday => twitch left calf @02 day
left calf 2026-03-01 => twitch left calf @01 day
left calf 2026-03-01 22:30 => twitch left calf @01 22:30
left calf 2026-03-01T22:30 => twitch left calf @01 22:30
left calf 2026-03-01T22:30+05:30 => twitch left calf @01 22:30
left calf 1 march => twitch left calf @01 day
left calf march 1st 2026 => twitch left calf @01 day
left calf 1 Mar 22:30 => twitch left calf @01 22:30
left calf from 21:00 to 21:20 => twitch left calf @04 21:00 1200s
left calf 8pm-9pm => twitch left calf @04 20:00 3600s
left calf today => twitch left calf @04 day
left calf this evening => twitch left calf @04 evening
left calf this afternoon at 3 => twitch left calf @04 15:00
left calf half a minute => twitch left calf 30s
left calf about 5 minutes => twitch left calf 300s
left calf ~5 min => twitch left calf 300s
left calf 5-10 minutes => twitch left calf !vague_duration
left calf a couple of seconds => twitch left calf 2s
left calf a few seconds => twitch left calf !vague_duration
left calf for 20 minutes => twitch left calf 1200s
left calf 4 out of 10 => twitch left calf 4/10
left calf intensity 4 => twitch left calf 4/10
left calf strong twitch => twitch left calf
left calf without pain => twitch left calf no:muscle_pain(left calf)
left calf not after coffee => twitch left calf no:caffeine
left calf never stressed => twitch left calf no:stress
left calf no headache or nausea => twitch left calf no:headache no:nausea
left calf didn't drink coffee => twitch left calf no:caffeine
left calf no sleep => twitch left calf poor_sleep
left calf can't stop twitching => twitch left calf continuous
left calf stopped when I stood up => twitch left calf relief:position_change
left calf massage helped a bit => twitch left calf relief:massage
left calf nothing helped => twitch left calf relief:nothing
left calf stretching didn't help => twitch left calf no:stretching
left calf stretching => twitch left calf stretching
left calf 5 times => twitch left calf repeated
left calf 10 times a minute => twitch left calf repeated
left calf 3 twitches => twitch left calf repeated
left calf every few seconds => twitch left calf repeated
left calf lying in bed => twitch left calf lying_awake
left calf 10 min in bed => twitch left calf 600s lying_awake
left calf 30s after coffee => twitch left calf 30s caffeine
left calf slept badly last night => twitch left calf poor_sleep
left calf after a run => twitch left calf exercise
left calf after running => twitch left calf exercise
left calf after gym => twitch left calf after_exercise exercise
left calf hungover => twitch left calf alcohol_withdrawal
left calf red bull => twitch left calf caffeine
left calf leg day => twitch left calf exercise
left calf 4/10 with headache 6/10 => twitch left calf 4/10 headache
left calf it woke me up => twitch left calf disturbed_sleep
left calf 30s with nausea => twitch left calf 30s nausea
left calf 5 to 10 min => twitch left calf !vague_duration
left calf 3am yesterday => twitch left calf @03 03:00
left calf 30s headache => twitch left calf 30s headache
cramp in my right calf last night => cramp right calf @03 night
woken up by a cramp in left calf at 3am yesterday => cramp left calf @03 03:00 disturbed_sleep
my eyelid won't stop twitching => twitch eyelid continuous
left eye, 3 coffees, tired => twitch left eyelid caffeine poor_sleep
R thumb 10s => twitch right thumb 10s
right thumb, typing, 2/10 => twitch right thumb 2/10 using_part
twitch in right bicep after gym 3/10 => twitch right upper_arm biceps 3/10 after_exercise exercise
my calves keep twitching when I lie in bed => twitch calf lying_awake
both feet, in bed, 11pm yesterday => twitch both foot @03 23:00 lying_awake
twitching in both legs => twitch both LEG !region_only
my right thigh just twitched => twitch right thigh
jaw clenching, stressed => spasm jaw stress
i had a twitch in my left eye this morning => twitch left eyelid @04 morning
left foot arch cramp 2 min 8/10 woke me up => cramp left foot_arch 120s 8/10 disturbed_sleep
had a spasm in my lower back => spasm lower_back
little finger right hand 5 sec => twitch right little_finger 5s
shoulder blade left, 10 minutes, desk => twitch left upper_back 600s sitting
twitch left calf for about half a minute, 3/10, no pain => twitch left calf 30s 3/10 no:muscle_pain(left calf)
left eyelid twitching again, tired, too much coffee => twitch left eyelid poor_sleep caffeine
lip twitching while on the phone => twitch lip screen_time
left calf muscle jumping like worms => twitch left calf crawling
left ring finger, no trigger => twitch left ring_finger none_known
right quad after leg day => twitch right thigh quadriceps exercise
left calf, not stressed, no coffee => twitch left calf no:stress no:caffeine
left calf twitching but no weakness => twitch left calf no:weakness(left calf)
left eyelid 2h ago for 10s => twitch left eyelid @04 19:40 10s
left calf twitch 10s, 3/10, on Sunday evening => twitch left calf @01 evening 10s 3/10
right calf at 6.30am => twitch right calf @04 06:30
right calf at half past six this morning => twitch right calf @04 06:30
left tricep yesterday at 10 in the evening => twitch left upper_arm @03 22:00 triceps
my eye => twitch eyelid
left calf!!! => twitch left calf
Left Calf, 30S, 4/10 => twitch left calf 30s 4/10
left calf cramp painful => cramp left calf muscle_pain(left calf)
nose twitch => twitch nose
left hand tremor after coffee => tremor left hand caffeine
left hand shaking => tremor left hand
hiccups for 20 min => hiccup TRUNK 1200s
restless legs last night => urge_to_move LEG @03 night
restless legs in bed => urge_to_move LEG lying_awake
both legs jerked falling asleep => jerk both LEG falling_asleep !region_only
left calf twitching, can't sleep => twitch left calf disturbed_sleep
left calf, can't sleep, stressed => twitch left calf stress disturbed_sleep
slept badly, left eyelid twitching => twitch left eyelid poor_sleep
no sleep, left eyelid => twitch left eyelid poor_sleep
left calf after sitting all day => twitch left calf long_sitting
left calf during a meeting => twitch left calf sitting
left calf while driving => twitch left calf sitting
left calf while watching TV => twitch left calf sitting
left calf started after I took ibuprofen => twitch left calf medication
left calf vitamin b12 => twitch left calf diet_change
left calf flu => twitch left calf illness
left calf after a cold => twitch left calf illness
left calf in the cold => twitch left calf cold
left calf, period => twitch left calf hormones
above right knee => twitch right knee
left arm twitch and right leg weakness => twitch left ARM weakness(right leg) !region_only
twitching left calf and fever 38.5 => twitch left calf fever
left calf 20 secs , 5 / 10 => twitch left calf 20s 5/10
left calf “strong” => twitch left calf
twitching under my left eye => twitch left eyelid
my left eye twitched for a few secs => twitch left eyelid !vague_duration
thumb => twitch thumb
left thumb twitching while texting => twitch left thumb using_part
left shoulder 15s after push ups => twitch left shoulder 15s exercise
chest flutter 10s => twitch chest 10s
fluttering in chest, anxious => twitch chest anxiety
ear clicking left => twitch left ear
left ear fluttering 20 seconds => twitch left ear 20s
calves, both, fizzing => twitch both calf fizzing
arch of my right foot cramped in bed last night => cramp right foot_arch @03 night lying_awake
right big toe 3/10 yesterday morning => twitch right big_toe @03 morning 3/10
left hamstring 40 sec 5/10 after football => twitch left thigh hamstrings 40s 5/10 exercise
upper lip 5s tired => twitch upper_lip 5s poor_sleep
jaw 2 min stressed => twitch jaw 120s stress
belly left side 10s => twitch left abdomen 10s
left side of my belly => twitch left abdomen
back of left hand => twitch left hand
back of my right calf => twitch right calf
left glute sitting at desk 20 sec => twitch left buttock 20s sitting
butt twitch => twitch buttock
right eye 1 min 20 sec => twitch right eyelid 80s
left calf 1m20s => twitch left calf 80s
right deltoid 2h30m ago 4/10 => twitch right shoulder @04 19:10 deltoid 4/10
just had a twitch in my right calf, about 20 seconds, 4/10 => twitch right calf 20s 4/10
left calf twitching nonstop for 2 hours => twitch left calf 7200s continuous
left calf pulsing 3/10 5 min ago => twitch left calf @04 21:35 3/10
three twitches in left thigh => twitch left thigh repeated
calf left 4/10 2026-02-28 18:00 => twitch left calf @28 18:00 4/10
left calf 18:00 on 2026-02-28 => twitch left calf @28 18:00
left calf on 28 feb at 6pm => twitch left calf @28 18:00
left calf 28th of February => twitch left calf @28 day
left calf last sunday at 9 in the morning => twitch left calf @01 09:00
left calf at 9 o'clock this morning => twitch left calf @04 09:00
left calf yesterday noon => twitch left calf @03 12:00
left calf sat 11am => twitch left calf @28 11:00
left calf 7 pm => twitch left calf @04 19:00
left calf 7:30 => twitch left calf @04 07:30 !read_as_morning
left calf 07:30 => twitch left calf @04 07:30
left calf 30 minutes ago for 2 minutes => twitch left calf @04 21:10 120s
left calf 30 minutes => twitch left calf 1800s
left calf 90 min ago => twitch left calf @04 20:10
left calf 1.5 hours ago => twitch left calf @04 20:10
left calf 1,5 h ago => twitch left calf @04 20:10
left calf an hour and a half ago => twitch left calf @04 20:10
left calf about an hour ago => twitch left calf @04 20:40
left calf couple of hours ago => twitch left calf @04 19:40
left calf ten minutes ago => twitch left calf @04 21:30
left calf twenty five min ago => twitch left calf @04 21:15
left calf 45 mins ago while sitting => twitch left calf @04 20:55 sitting
left calf yesterday afternoon while working at the computer => twitch left calf @03 afternoon screen_time
left calf monday => twitch left calf @02 day
weak left calf twitch => twitch left calf
faint twitch right eyelid => twitch right eyelid
very strong jerk left leg => jerk left LEG !region_only
calf cramp strong 9/10 => cramp calf 9/10
left hand weakness and twitching => twitch left hand weakness(left hand)
left arm went numb, twitching => twitch left ARM numb_area(left arm) !region_only
numb twitch left foot => twitch left foot numbness
sudden weakness right arm with twitching => twitch right ARM sudden:weakness(right arm) !region_only
twitching right arm, sudden weakness => twitch right ARM sudden:weakness(right arm) !region_only
no weakness, left calf 20s => twitch left calf 20s no:weakness(left calf)
left calf, no numbness, no pain => twitch left calf no:numb_area(left calf) no:muscle_pain(left calf)
left calf 30s without weakness or numbness => twitch left calf 30s no:weakness(left calf) no:numb_area(left calf)
not stressed, left calf => twitch left calf no:stress
left calf wasn't stressed => twitch left calf no:stress
left calf not painful => twitch left calf no:muscle_pain(left calf)
left calf didn't hurt => twitch left calf no:muscle_pain(left calf)
left calf after 3 beers => twitch left calf alcohol
left calf, 2 glasses of wine => twitch left calf alcohol
left calf, pint of beer => twitch left calf alcohol
left calf, quit smoking => twitch left calf nicotine_withdrawal
left calf after smoking => twitch left calf nicotine
left calf new medication => twitch left calf medication
left calf started sertraline => twitch left calf medication
left calf skipped lunch => twitch left calf missed_meal
left calf not eaten => twitch left calf missed_meal
left calf thirsty => twitch left calf dehydration
left calf hot day => twitch left calf dehydration
left calf sauna => twitch left calf dehydration
left calf on my period => twitch left calf hormones
left calf long flight => twitch left calf long_sitting
left calf stress at work => twitch left calf stress
left calf worried => twitch left calf anxiety
left calf after my workout => twitch left calf exercise
left calf during workout => twitch left calf exercising
left calf after walking => twitch left calf exercise
left calf walking => twitch left calf walking
left calf better with massage => twitch left calf relief:massage
left calf eased by stretching and walking => twitch left calf relief:stretching relief:moving
left calf went away when I walked => twitch left calf relief:moving
left calf rest helped, coffee => twitch left calf caffeine relief:rest
left calf nothing special => twitch left calf none_known
left calf five seconds => twitch left calf 5s
left calf 10/10 => twitch left calf 10/10
left calf 0/10 => twitch left calf 0/10
both eyes => twitch both eyelid
eyes => twitch eyelid
left eyes => twitch left eyelid
left right thigh => twitch both thigh
left knee & right knee => twitch both knee
hand => twitch hand
fingers => twitch finger
leg => twitch LEG !region_only
left leg calf => twitch left calf
left leg, calf, 10s => twitch left calf 10s
left leg in bed => twitch left LEG lying_awake !region_only
right side of body => twitch right flank
left lower leg => twitch left lower_leg
lower left leg => twitch left lower_leg
upper right arm => twitch right upper_arm
inner left thigh => twitch left thigh
inside of right knee => twitch right knee
left foot twitching, tingling => twitch left foot tingling
left calf 30s 4/10 tingling => twitch left calf 30s 4/10 tingling
left calf for 14h => twitch left calf 50400s
left calf early this morning => twitch left calf @04 morning
left calf late last night => twitch left calf @03 night
left calf not after gym => twitch left calf no:exercise
back of my leg => twitch LEG !region_only
back of my left leg => twitch left LEG !region_only
left calf in the night => twitch left calf @04 night
thigh twitch because of coffee => twitch thigh caffeine
thigh twitch from coffee => twitch thigh caffeine
left calf twitch, 20s, came on suddenly => twitch left calf 20s
left calf for 2 hours after coffee => twitch left calf 7200s caffeine
left calf for 20 min, after coffee => twitch left calf 1200s caffeine
left calf drank 3 coffees => twitch left calf caffeine
left calf 200mg caffeine => twitch left calf caffeine
left calf fever => twitch left calf fever
left calf dizzy => twitch left calf dizziness
left calf 3/10 headache => twitch left calf 3/10 headache
left hand and right hand => twitch both hand
left hand shaking and sweating => tremor left hand sweating
left hand is shaking => tremor left hand
left thigh like electric shock => twitch left thigh fizzing
left calf during sleep last night => twitch left calf @03 night asleep
left calf cramp woke me up at 3am today => cramp left calf @04 03:00 disturbed_sleep
"""

REFUSED = """
left claf 30s => unknown_word
twitching in my left eyelid since 9pm => open_time
weakness left hand => no_twitch
left hand weak => doubtful_word
my left hand is weak => no_twitch
no twitching today => no_twitching
left calf and right thigh 30s => two_places
left calf after wine last night => ambiguous_time
left calf 23:30 => future_time
left calf 11/10 => impossible_value
weakness left hand sudden xyzzy => unknown_word
left calf tomorrow => future_time
left calf 30 => bare_number
left hand feels weak suddenly => no_twitch
left calf twitching and weak => doubtful_word
left => no_place
a few minutes ago left calf => vague_time
left calf at 7 => ambiguous_time
left calf 10.30pm => future_time
left calf 10.30 => ambiguous_number
left calf 3/4 => ambiguous_number
left calf 03/04/2026 => ambiguous_number
left calf since 9pm => open_time
left calf in 10 minutes => doubtful_span
left calf all day => vague_duration
left calf 0s => impossible_value
left calf 8 days => impossible_value
left calf for 3 days => open_time
left calf 999999999999 min => impossible_value
left calf 1e99 h => unknown_word
left calf 4.5/10 => impossible_value
suddenly weak left arm => no_twitch
can't lift my left arm => no_twitch
left calf no headache and nausea => ambiguous_denial
left calf no coffee, stressed => ambiguous_denial
left calf twitch and cramp => two_kinds
left calf on and off all evening => vague_duration
left calf in bed 10 min => doubtful_span
left calf 20 min after coffee => doubtful_span
left calf sitting for 2 hours => doubtful_span
left calf after 2 hours of sitting => doubtful_span
left calf after 4h sleep => unknown_word
left calf stress 8/10 => ambiguous_score
left calf twitching headache 6/10 => ambiguous_score
left calf woke up => ambiguous_word
left calf in my sleep => no_time
fever and stiff neck => no_twitch
left calf today 23:30 => future_time
left calf 3am => future_time
left calf tonight at 11 => future_time
charley horse left calf 2am => future_time
my left eyelid has been twitching on and off all day => vague_duration
calf twitches at rest => ambiguous_word
stomach fluttering after eating => doubtful_word
linker Wade 30s => unknown_word
left calf 5/10 pain => no_twitch
left calf hurts => no_twitch
twitching => no_place
hypnic jerk => no_place
left calf every night => habit
left calf sometimes => habit
left calf since yesterday => open_time
left calf until 10pm => future_time
right knee just above => unknown_word
left calf 3/10 gone now => doubtful_word
left calf twitch worse than yesterday => doubtful_word
right eyelid keeps twitching since this morning => open_time
left eye lid for two days now => open_time
toes curling => unknown_word
abs twitching after sit ups => unknown_word
left calf 1 min 20 => bare_number
twitchy left eye all morning => vague_duration
left thigh x3 => unknown_word
left calf, then right thigh => two_places
left calf or shin => doubtful_word
left calf / shin => unknown_word
left calf 9 o'clock => ambiguous_time
left calf midnight => future_time
left calf 00:15 => future_time
left calf yesterday at midnight => ambiguous_time
left calf sat => unknown_word
left calf at half 7 => unknown_word
left calf 19h => doubtful_span
left calf this week => vague_time
left calf next monday => future_time
left calf wednesday => ambiguous_time
left calf 31 feb => impossible_time
left calf 2025-02-29 => impossible_time
left calf 1850-01-01 => impossible_time
left calf 2026-13-01 => impossible_time
left calf 25:00 => impossible_time
left calf 22:75 => impossible_time
left calf 13pm => impossible_time
left calf 1 hour from now => doubtful_span
left arm feels heavy => no_twitch
left arm numb => doubtful_word
slurred speech => no_twitch
face drooping on left side => no_twitch
right arm suddenly weak and twitching => doubtful_word
left calf, haven't slept => unknown_word
calf isn't twitching => no_twitching
no twitches today => no_twitching
left calf no twitching => no_twitching
left calf stopped twitching => doubtful_word
left calf never twitched before => no_twitching
left calf 3 beers yesterday => ambiguous_time
left calf after sitting => doubtful_word
left calf massage => unknown_word
left calf magnesium helped => unknown_relief
left calf nothing => ambiguous_word
left calf lightning => unknown_word
left calf 5 => bare_number
left calf five => bare_number
left calf -3/10 => unknown_word
left calf 4/5 => ambiguous_number
left calf 40% => unknown_word
left calf 100/10 => impossible_value
right left calf => two_sides
left calf right => two_sides
left calf right side => two_sides
left knee, right knee, 10s => two_sides
left fingers 2 and 3 => bare_number
whole left leg => unknown_word
whole left side => unknown_word
lft calf => unknown_word
left calff tiwtching => unknown_word
left eyelid twitchng yesteday => unknown_word
left arm heavy => doubtful_word
left foot tingling => doubtful_word
left arm feels funny => unknown_word
my arm feels bad => doubtful_word
left calf 14h30 => doubtful_span
left calf yesterday midnight => ambiguous_time
left calf twitch when i stop walking => unknown_word
left calf twitching probably stress => unknown_word
left calf twitching after dinner => unknown_word
left calf twitching before bed => doubtful_word
twitching in left calf and left thigh => two_places
eyebrow and forehead => two_places
left calf twitch 4/10 and stress 8/10 => ambiguous_score
left calf after 20 min walk => doubtful_span
left calf 20 min walk => doubtful_span
left calf walking 20 min => doubtful_span
left calf 2 hours after coffee => doubtful_span
left calf sleep 5h => unknown_word
left calf 5 hours sleep => unknown_word
left calf slept 5 hours => unknown_word
left calf weight 70 => unknown_word
left eye double vision => no_twitch
left calf pain => no_twitch
can't feel my left foot => no_twitch
left calf lost weight => no_twitch
left calf (right) => two_sides
left calf & thigh => two_places
left hand little finger and ring finger => two_places
left arm and leg => two_places
woke me at 3am left calf cramp => future_time
left calf at 3am => future_time
"""


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def rows(table: str) -> list[tuple[str, str]]:
    """The phrases of a table with what is expected of them."""
    return [
        (phrase.strip(), expected.strip())
        for phrase, _, expected in (line.partition("=>") for line in table.strip().splitlines())
    ]


def time_told(when: When) -> str:
    """A time in short: nothing for now."""
    if when.at is not None:
        return "" if when.at == NOW else f"@{when.at:%d %H:%M}"
    return f"@{when.day:%d} {when.part_of_day or 'day'}"


def told(line: str) -> str:
    """What a line says, in short: kind, place, then everything else that it says."""
    read = words.read_episode(line, NOW, zone="Europe/Berlin")
    episode = read.episode
    place = f"{episode.side} {episode.part or episode.region.upper()}".removeprefix("unspecified ")
    said = [f"{episode.kind} {place}", time_told(episode.when)]
    said += [episode.muscle or "", f"{episode.duration_s}s" if episode.duration_s else ""]
    said += [
        "" if episode.intensity is None else f"{episode.intensity}/10",
        episode.pattern or "",
        episode.activity or "",
    ]
    said += [
        *episode.triggers,
        *episode.sensations,
        *(f"relief:{of}" for of in episode.relief),
        *(f"no:{of}" for of in episode.denied),
    ]
    for note in read.symptoms:
        where = f"({note.side} {note.part or note.region})" if note.region else ""
        said.append(f"{'' if note.present else 'no:'}{'sudden:' if note.sudden else ''}{note.symptom}{where}")
    return " ".join(word for word in [*said, *(f"!{warned.code}" for warned in read.warnings)] if word)


@pytest.mark.parametrize(("phrase", "expected"), rows(UNDERSTOOD))
def test_a_phrase_is_understood_as_it_is_meant(phrase: str, expected: str) -> None:
    """What people type every day means what they mean by it."""
    assert told(phrase) == expected


@pytest.mark.parametrize(("phrase", "code"), rows(REFUSED))
def test_a_doubtful_phrase_is_refused_with_a_hint(phrase: str, code: str) -> None:
    """Where nobody can know, nothing is written, and the hint says what to type."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_episode(phrase, NOW, zone="Europe/Berlin")
    assert refused.value.code == code
    assert refused.value.hint
    for line in (*refused.value.choices, *filter(None, [refused.value.suggestion])):
        words.read_episode(line, NOW, zone="Europe/Berlin")
