package lenet;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Refuses to start with a {@code lenet.*} setting that nothing reads: a misspelt bound is no bound. */
class UnknownSettings implements BeanFactoryPostProcessor {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("lenet");

    /** Read before there are beans, or by a room that knows nothing of Spring. */
    private static final List<Setting> READ_ELSEWHERE = List.of(new Setting("lenet", "lenet.vector.bits", false));

    private final Environment environment;

    UnknownSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<Setting> known =
                Stream.concat(READ_ELSEWHERE.stream(), declared(beans)).toList();
        List<String> unknown = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .flatMap(source -> names(source, known))
                .filter(name -> known.stream().noneMatch(setting -> setting.covers(name)))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSettingException(
                    unknown, known.stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Stream<Setting> declared(ConfigurableListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForAnnotation(ConfigurationProperties.class))
                .flatMap(bean -> {
                    String group = Objects.requireNonNull(
                                    beans.findAnnotationOnBean(bean, ConfigurationProperties.class))
                            .prefix();
                    RecordComponent[] components =
                            Objects.requireNonNull(beans.getType(bean)).getRecordComponents();
                    return group.startsWith(ROOT.toString()) && components != null
                            ? Stream.of(components).map(component -> Setting.of(group, component))
                            : Stream.empty();
                });
    }

    /** Of environment variables only those that begin like a group of settings: LENET_ may begin anybody's. */
    private static Stream<String> names(ConfigurationPropertySource source, List<Setting> known) {
        if (!(source instanceof IterableConfigurationPropertySource names)) {
            return Stream.empty();
        }
        boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
        return names.stream()
                .filter(ROOT::isAncestorOf)
                .map(ConfigurationPropertyName::toString)
                .filter(name -> !variables || known.stream().anyMatch(setting -> setting.isInGroupOf(name)));
    }

    /** @param hasParts whether what is set may be a part of it: an element, a key */
    private record Setting(String group, String name, boolean hasParts) {

        static Setting of(String group, RecordComponent component) {
            Class<?> type = component.getType();
            return new Setting(
                    group,
                    group + "." + DataObjectPropertyName.toDashedForm(component.getName()),
                    type.isRecord() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
        }

        boolean covers(String found) {
            return plain(found).equals(plain(name)) || (hasParts && plain(found).startsWith(plain(name)));
        }

        boolean isInGroupOf(String found) {
            return !group.equals(ROOT.toString()) && found.startsWith(group + ".");
        }

        /** In an environment variable a dash is left out or is an underscore, as a dot is. */
        private static String plain(String name) {
            return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        }
    }
}
