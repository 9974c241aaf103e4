package dev.rota.desk;

/** The templates that Meta has for the company's numbers. */
public interface Templates {

    /**
     * The templates of a number.
     *
     * @param number Meta's id of it
     */
    TemplateList of(String number);

    /** Some of them have changed, so that they are fetched again soon; within the transaction that tells of it. */
    void outdated();
}
