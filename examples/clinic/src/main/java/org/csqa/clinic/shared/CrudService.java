package org.csqa.clinic.shared;

import jakarta.persistence.EntityNotFoundException;
import org.springframework.data.jpa.repository.JpaRepository;

/** What every service over one entity offers. */
public abstract class CrudService<T> {

    protected abstract JpaRepository<T, Long> repository();

    public T find(long id) {
        return repository().findById(id).orElseThrow(() -> new EntityNotFoundException("no such record"));
    }

    public T create(T entity) {
        return repository().save(entity);
    }

    public void remove(long id) {
        repository().deleteById(id);
    }
}
