using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>Adds the log lines of Trellis to the logging of an application.</summary>
public static class TrellisLoggingBuilderExtensions
{
    /// <summary>
    /// Adds a <see cref="RedactingJsonLoggerProvider"/>. Adding it again replaces the one before, so a line is never written twice.
    /// </summary>
    /// <param name="builder">The logging of the application.</param>
    /// <param name="configure">Changes the defaults of <see cref="TrellisLogOptions"/>.</param>
    public static ILoggingBuilder AddTrellisJson(this ILoggingBuilder builder, Action<TrellisLogOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new TrellisLogOptions();
        configure?.Invoke(options);

        var previous = builder.Services.Where(service => !service.IsKeyedService && service.ImplementationInstance is RedactingJsonLoggerProvider);
        foreach (var service in previous.ToArray()) builder.Services.Remove(service);
        builder.Services.AddSingleton<ILoggerProvider>(new RedactingJsonLoggerProvider(options));
        return builder;
    }
}
