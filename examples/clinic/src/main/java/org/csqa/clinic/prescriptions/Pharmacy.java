package org.csqa.clinic.prescriptions;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
public class Pharmacy {

    private static final int PACKS_A_DAY = 5;

    private final StockLedger ledger;

    @Transactional
    public void dispense(long prescriptionId, int packs) {
        release(prescriptionId, Math.min(packs, PACKS_A_DAY));
    }

    @Transactional
    public void takeBack(long prescriptionId, int packs) {
        ledger.restock(prescriptionId, packs);
    }

    private void release(long prescriptionId, int packs) {
        for (int pack = 0; pack < packs; pack++) {
            ledger.book(prescriptionId);
        }
    }
}
