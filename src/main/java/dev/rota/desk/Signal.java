package dev.rota.desk;

/**
 * A sign to a customer that somebody has read what they wrote last, and perhaps is writing.
 *
 * @param number the name of the company's number that they wrote to
 * @param wamid of their message
 * @param typing whether somebody is writing at this moment
 */
public record Signal(String number, String wamid, boolean typing) {

    @Override
    public String toString() {
        return "Signal[" + number + (typing ? ", typing" : ", read") + "]";
    }
}
