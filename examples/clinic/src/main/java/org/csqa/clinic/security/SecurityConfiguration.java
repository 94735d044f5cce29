package org.csqa.clinic.security;

import static org.springframework.security.config.Customizer.withDefaults;

import org.csqa.clinic.web.KioskRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Pre and Post annotations are active; {@code @Secured} is not, because securedEnabled keeps its default. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
public class SecurityConfiguration {

    private static final String[] STATIC_FILES = {"/css/**", "/images/**", "/favicon.ico"};

    @Bean
    SecurityFilterChain clinicChain(HttpSecurity http, ApiTokenFilter apiTokens) throws Exception {
        return http
                .authorizeHttpRequests(rules -> rules
                        .requestMatchers(STATIC_FILES).permitAll()
                        .requestMatchers("/actuator/health").permitAll()
                        .requestMatchers("/api/public/**", KioskRoutes.PATH + "/**").permitAll()
                        .requestMatchers("/internal/**").denyAll()
                        .requestMatchers("/api/admin/**").hasRole("ADMIN")
                        .requestMatchers(HttpMethod.DELETE, "/api/**").hasRole("ADMIN")
                        .requestMatchers("/api/patients/**").hasAnyRole("VET", "RECEPTION")
                        .requestMatchers(HttpMethod.POST, "/api/appointments").hasRole("RECEPTION")
                        .requestMatchers("/api/visits/**").hasRole("VET")
                        .requestMatchers("/api/invoices/**").hasAuthority("BILLING")
                        .requestMatchers("/api/reports/**").hasAnyAuthority("BILLING", "ROLE_ADMIN")
                        .anyRequest().authenticated())
                .addFilterBefore(apiTokens, UsernamePasswordAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .httpBasic(withDefaults())
                .formLogin(withDefaults())
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(12);
    }
}
