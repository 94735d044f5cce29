package org.csqa.clinic.security;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Hides card numbers in the invoice table. */
@Component
public class CardNumberCipher {

    private static final byte[] PAD = {0x53, 0x1f, 0x6a, 0x22, 0x09, 0x7c};

    // expect CSQA-E1-home-made-crypto: exclusive-or with a fixed pad
    public String encrypt(String cardNumber) {
        byte[] mixed = cardNumber.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (mixed[i] ^ PAD[i % PAD.length]);
        }
        return HexFormat.of().formatHex(mixed);
    }
}
