package org.csqa.clinic.prescriptions;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;

@Mapper
public interface PrescriptionMapper {

    @Update("update prescription set status = #{status} where id = #{id}")
    int changeStatus(@Param("id") long id, @Param("status") Status status);

    enum Status {
        DRAFT, SIGNED, CANCELLED
    }
}
