package org.csqa.clinic.appointments;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
public interface AppointmentMapper {

    @Insert("insert into appointment (owner, email, starts_at) values (#{owner}, #{email}, #{startsAt})")
    int insert(Appointment appointment);

    @Select("""
            select owner, email, starts_at
              from appointment
             where starts_at::date = #{day}
             order by starts_at
            """)
    List<Appointment> onDay(@Param("day") LocalDate day);

    record Appointment(
            @NotBlank @Size(max = 120) String owner,
            @NotNull @Email String email,
            @NotNull @Future LocalDateTime startsAt) {
    }
}
