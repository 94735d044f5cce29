package org.csqa.clinic.security;

import static org.springframework.security.config.Customizer.withDefaults;

import org.csqa.clinic.web.ApiPaths;
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
                        .requestMatchers(ApiPaths.PUBLIC + "/**", ApiPaths.KIOSK + "/**").permitAll()
                        .requestMatchers("/internal/**").denyAll()
                        .requestMatchers(ApiPaths.ADMIN + "/**").hasRole("ADMIN")
                        .requestMatchers(HttpMethod.DELETE, "/api/**").hasRole("ADMIN")
                        .requestMatchers(ApiPaths.PATIENTS + "/**").hasAnyRole("VET", "RECEPTION")
                        .requestMatchers(HttpMethod.POST, "/api/appointments").hasRole("RECEPTION")
                        .requestMatchers(ApiPaths.VISITS + "/**").hasRole("VET")
                        .requestMatchers(ApiPaths.INVOICES + "/**").hasAuthority("BILLING")
                        .requestMatchers(ApiPaths.REPORTS + "/**").hasAnyAuthority("BILLING", "ROLE_ADMIN")
                        .requestMatchers("/fhir/**").hasRole("PARTNER")
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
