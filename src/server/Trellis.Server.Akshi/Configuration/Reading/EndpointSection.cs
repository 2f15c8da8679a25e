using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>
/// Reads <c>endpoints</c>: an array of tables with URLs, or a table whose <c>allowed</c> lists hosts and tables (contract, section 5.2). In
/// both, nothing listed means that nothing is allowed.
/// </summary>
internal static class EndpointSection
{
    private const string Key = "endpoints";

    /// <summary>The endpoints of an agent.</summary>
    public static IReadOnlyList<EndpointConfiguration> Read(Section agent)
    {
        List<EndpointConfiguration> endpoints = [];
        switch (agent.Find(Key))
        {
            case null:
                break;
            case TomlArray:
                foreach (var section in agent.Subs(Key))
                    Add(endpoints, ReadTable(section), section);
                break;
            default:
                if (agent.Sub(Key) is { } hosts)
                    ReadHosts(hosts, endpoints);
                break;
        }

        return endpoints;
    }

    private static void ReadHosts(Section section, List<EndpointConfiguration> endpoints)
    {
        if (section.Find("allowed") is TomlArray allowed)
        {
            for (var index = 0; index < allowed.Items.Count; index++)
            {
                var key = $"allowed[{index}]";
                switch (allowed.Items[index])
                {
                    case TomlString text:
                        var host = section.Context.Interpolate(text, section.PathOf(key));
                        if (EndpointAddress.TryParse(host) is { } address)
                            Add(endpoints, address.ToEndpoint(name: null), section, text, key);
                        else
                            section.Fail(text, key, "must be a host, a host and port, or a URL without a user name, query and fragment");
                        break;
                    case TomlTable table:
                        var below = new Section(table, section.PathOf(key), section.Context);
                        Add(endpoints, ReadTable(below), below);
                        break;
                    case var other:
                        section.Fail(other, key, $"must be a host or a table and is {other.Kind}");
                        break;
                }
            }
        }
        else
        {
            section.Fail("allowed", "must be an array of hosts");
        }

        section.WarnOfUnknown();
    }

    private static EndpointConfiguration? ReadTable(Section section)
    {
        var key = section.NameOf("url", "host");
        var text = section.Required(key);
        var address = text.Length == 0 ? null : EndpointAddress.TryParse(text);
        if (text.Length > 0 && address is null)
            section.Fail(key, "must be a host, a host and port, or a URL without a user name, query and fragment");

        var name = section.Text("name", 255);
        var transport = section.Word("transport", "http", "grpc", "ws") ?? "http";
        var headers = section.Secrets("headers");
        var timeout = section.Seconds("timeout_secs", 1, 3600);
        var prefix = section.Text("path_prefix");
        if (prefix is not null && !prefix.StartsWith('/'))
            section.Fail("path_prefix", "must begin with a slash");

        var variable = section.Text(section.NameOf("secret_env_var", "secret_env"), 255);
        if (variable is not null)
            section.Context.KeepVariable(variable);
        var header = section.Text("secret_header", 255);
        if (header is not null && (header.Length == 0 || !header.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            section.Fail("secret_header", "must be the name of a header");
        section.WarnOfUnknown();
        return address is null ? null : address.ToEndpoint(name) with
        {
            Transport = transport,
            Headers = headers,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            PathPrefix = prefix ?? address.PathPrefix,
            SecretEnvVar = variable,
            SecretHeader = header,
        };
    }

    private static void Add(List<EndpointConfiguration> endpoints, EndpointConfiguration? endpoint, Section section, TomlValue? at = null, string key = "name")
    {
        if (endpoint is null)
            return;
        if (endpoints.Exists(known => known.Name == endpoint.Name))
            section.Fail(at ?? section.Table, key, "has the name or host of another endpoint too; give each a name of its own");
        endpoints.Add(endpoint);
    }
}
