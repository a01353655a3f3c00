-- Of many rows of a folder its head shows the last one: found at the end of an index, not by sorting them all.

drop index consent_by_folder;
create index consent_by_folder on consent (folder_id, given_at, recorded_at, id);
drop index plan_decision_by_folder;
create index plan_decision_by_folder on plan_decision (folder_id, recorded_at, id);
drop index commission_by_folder;
create index commission_by_folder on commission (folder_id, agreed_on, id);
drop index intro_consultation_by_folder;
create index intro_consultation_by_folder on intro_consultation (folder_id, held_on, id);
drop index assessment_by_folder;
create index assessment_by_folder on assessment (folder_id, held_on, id);

-- Whether a folder has a word that begins so is answered by the index alone.
drop index search_word_by_folder;
create index search_word_by_folder on search_word (folder_id, word, is_name);

-- In which order those who were found stand.
create index person_by_order on person_version (folder_id, name_order) where replaced_at is null;
