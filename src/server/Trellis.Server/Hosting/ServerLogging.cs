using Microsoft.Extensions.Logging;

namespace Trellis.Server;

/// <summary>What is logged unless somebody asks for something else.</summary>
internal static class ServerLogging
{
    public static void Configure(ILoggingBuilder logging, Action<ILoggingBuilder>? configure)
    {
        // The web framework's own account of each request costs a scope and an activity per request; the request boundary gives a shorter one.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        configure?.Invoke(logging);
    }
}
