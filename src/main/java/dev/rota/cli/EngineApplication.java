package dev.rota.cli;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole engine: every package brings its own configuration. */
@SpringBootApplication(scanBasePackages = "dev.rota", proxyBeanMethods = false)
public class EngineApplication {}
