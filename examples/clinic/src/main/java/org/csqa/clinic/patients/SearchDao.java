package org.csqa.clinic.patients;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
public class SearchDao {

    private final JdbcTemplate jdbc;

    public List<String> find(String text) {
        var found = byName(text);
        return found.isEmpty() ? byName(text.substring(0, Math.min(3, text.length()))) : found;
    }

    public List<String> namesByChip(String chip) {
        return jdbc.queryForList("select name from patient where chip = ?", String.class, chip);
    }

    private List<String> byName(String text) {
        return rows("name ilike '%" + text + "%'");
    }

    private List<String> rows(String condition) {
        return jdbc.queryForList("select name from patient where " + condition + " order by name", String.class);
    }
}
