package dev.rota.demo;

import dev.rota.whatsapp.simulated.Person;

/** A customer who does not exist, and what the company knows of them. */
record InventedCustomer(String name, String phone, String tier, String city, String product, String language) {

    Person person() {
        return new Person(phone, name);
    }

    @Override
    public String toString() {
        return "InventedCustomer[" + tier + "]";
    }
}
