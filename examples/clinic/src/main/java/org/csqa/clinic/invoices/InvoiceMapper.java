package org.csqa.clinic.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
public interface InvoiceMapper {

    @Select("select id, visit_id, total, paid from invoice where id = #{id}")
    Invoice byId(@Param("id") long id);

    @Select("select kind, quantity, price from invoice_line where invoice_id = #{id}")
    List<Line> linesOf(@Param("id") long id);

    @Select("select id, visit_id, total, paid from invoice where issued_on between #{from} and #{to}")
    List<Invoice> issuedBetween(@Param("from") LocalDate from, @Param("to") LocalDate to);

    @Insert("insert into invoice (visit_id, total, paid) values (#{visitId}, 0, false)")
    int insertDraft(@Param("visitId") long visitId);

    @Update("update invoice set paid = true, card = #{card} where id = #{id}")
    int markPaid(@Param("id") long id, @Param("card") String card);

    record Invoice(long id, long visitId, BigDecimal total, boolean paid) {
    }

    record Line(Kind kind, int quantity, BigDecimal price) {

        public enum Kind {
            TREATMENT, VACCINE, SUPPLY
        }
    }
}
