using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Tests;

/// <summary>Sections of the configuration, for a server in this process.</summary>
internal static class Settings
{
    public static IConfiguration Of(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        .Build();
}
