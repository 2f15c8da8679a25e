using Microsoft.Extensions.Configuration;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>The section <c>metrics</c> of the configuration: who may read <c>/metrics</c>, and when measuring begins.</summary>
internal sealed class MetricsOptions
{
    private const string Section = "metrics";

    /// <summary>Whether everybody may read.</summary>
    /// <value>Default false.</value>
    public bool IsOpen { get; private init; }

    /// <summary>What a reader has to present as a bearer.</summary>
    /// <value>Default null: callers of this machine may read, and nobody else.</value>
    public UpstreamCredential? Token { get; private init; }

    /// <summary>Whether the server measures from its start on instead of from the first scrape on.</summary>
    /// <value>Default false.</value>
    public bool FromStart { get; private init; }

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section; it may be absent.</param>
    /// <param name="baseDirectory">Where a relative <c>file:</c> begins.</param>
    /// <exception cref="ArgumentException">The section is wrong.</exception>
    public static MetricsOptions Read(IConfiguration section, string baseDirectory)
    {
        var errors = new List<string>();
        var reader = new ConfigurationSectionReader(section, Section, errors);
        reader.RefuseUnknown("open", "token", "fromStart");
        var options = new MetricsOptions
        {
            IsOpen = reader.Boolean("open", whenAbsent: false),
            Token = CredentialReader.Read(reader, "token", baseDirectory),
            FromStart = reader.Boolean("fromStart", whenAbsent: false),
        };
        if (options is { IsOpen: true, Token: not null })
            reader.Refuse("open", "and a token exclude each other.");
        return errors.Count == 0 ? options : throw new ArgumentException(string.Join("; ", errors));
    }
}
