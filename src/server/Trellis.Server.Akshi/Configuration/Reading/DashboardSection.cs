using System.Net;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>[dashboard]</c>.</summary>
internal static class DashboardSection
{
    // A shorter token could be guessed within the rate limit.
    private const int ShortestToken = 8;

    /// <summary>Reads the section.</summary>
    public static (DashboardSettings Dashboard, StartSettings Start) Read(Section? section)
    {
        var dashboard = new DashboardSettings();
        var start = new StartSettings();
        if (section is null)
            return (dashboard, start);

        start = ReadStart(section, start);
        dashboard = new DashboardSettings
        {
            RequiresToken = section.Flag("auth", true),
            TokenHash = ReadToken(section),
            CorsOrigins = ReadOrigins(section) ?? dashboard.CorsOrigins,
            RateLimit = (int)(section.Integer("rate_limit", 0, 1_000_000) ?? dashboard.RateLimit),
            RateLimitBurst = (int)(section.Integer("rate_limit_burst", 1, 1_000_000) ?? dashboard.RateLimitBurst),
            KeepAlive = section.Seconds("sse_keepalive_secs", 1, 3600) ?? dashboard.KeepAlive,
        };
        if (!dashboard.RequiresToken && !IsLoopback(start.Bind))
            section.Fail("auth", $"must not be false while '{section.PathOf("bind")}' is open to other machines");

        section.WarnOfUnknown();
        return (dashboard, start);
    }

    private static StartSettings ReadStart(Section section, StartSettings defaults)
    {
        var bind = section.NameOf("bind", "bind_address");
        var address = section.Text(bind);
        if (address is not null && address != "localhost" && !IPAddress.TryParse(address, out _))
            section.Fail(bind, "must be an IP address");

        var start = new StartSettings
        {
            IsEnabled = section.Flag("enabled", true),
            Bind = address ?? defaults.Bind,
            Port = (int)(section.Integer("port", 0, ushort.MaxValue) ?? defaults.Port),
            TlsCertificate = section.Text("tls_cert"),
            TlsKey = section.Text("tls_key"),
        };
        if (start.TlsCertificate is null != start.TlsKey is null)
            section.Fail(start.TlsCertificate is null ? "tls_key" : "tls_cert", "needs the other one of tls_cert and tls_key");

        foreach (var key in (ReadOnlySpan<string>)["enabled", bind, "port", "tls_cert", "tls_key"])
            section.Ignore(key, "is not applied: the addresses and certificates are options of trellis-server");
        return start;
    }

    private static string? ReadToken(Section section)
    {
        if (section.Secret("token") is not { } token)
            return null;
        if (token.Reveal().Length < ShortestToken)
            section.Fail("token", $"must have at least {ShortestToken} characters");
        return AkshiToken.Hash(token.Reveal());
    }

    private static IReadOnlyList<string>? ReadOrigins(Section section)
    {
        if (section.Texts("cors_origins") is not { } origins)
            return null;

        for (var index = 0; index < origins.Count; index++)
        {
            if (!Uri.TryCreate(origins[index], UriKind.Absolute, out var url) || url.GetLeftPart(UriPartial.Authority) != origins[index])
                section.Fail("cors_origins", $"must hold origins such as http://127.0.0.1:3210, without a path; the one at {index} is none");
        }

        return origins;
    }

    private static bool IsLoopback(string bind) => bind == "localhost" || (IPAddress.TryParse(bind, out var address) && IPAddress.IsLoopback(address));
}
