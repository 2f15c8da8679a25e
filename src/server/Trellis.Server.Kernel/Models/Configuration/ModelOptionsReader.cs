using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Kernel.Models;

/// <summary>Reads and checks the section <c>models</c> of the configuration.</summary>
internal static class ModelOptionsReader
{
    private const int LongestName = 256;
    private const long MostSeconds = 86_400;
    private const long MostOutputTokens = 100_000_000;
    private const long LargestResponse = 1024L * 1024 * 1024;

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="baseDirectory">Where relative paths of <c>file:</c> credentials begin.</param>
    /// <exception cref="ModelConfigurationException">Something is wrong; the exception lists everything that is.</exception>
    public static ModelOptions Read(IConfiguration section, string baseDirectory)
    {
        var errors = new List<string>();
        var path = section is IConfigurationSection { Path: { Length: > 0 } own } ? own.Replace(':', '.') : "models";
        var reader = new ConfigurationSectionReader(section, path, errors);
        reader.RefuseUnknown(
            "upstreams", "connectTimeoutSeconds", "firstByteTimeoutSeconds", "idleTimeoutSeconds", "maxDurationSeconds", "maxResponseBytes");
        var upstreams = reader.List("upstreams").Select(upstream => ReadUpstream(upstream, baseDirectory)).ToList();
        RefuseRepeated(reader, "upstreams", upstreams.Select(static upstream => upstream.Name));
        RefuseRepeated(
            reader, "upstreams", upstreams.SelectMany(static upstream => upstream.Models).Select(static model => model.Name), "model");
        RefuseRepeated(
            reader, "upstreams", upstreams.SelectMany(static upstream => upstream.Embeddings).Select(static model => model.Name), "embedding model");
        var limits = ReadLimits(reader);
        return errors.Count == 0 ? new ModelOptions(upstreams, limits) : throw new ModelConfigurationException(errors);
    }

    private static UpstreamLimits ReadLimits(ConfigurationSectionReader section)
    {
        var defaults = new UpstreamLimits();
        return new UpstreamLimits
        {
            Connect = ReadSeconds(section, "connectTimeoutSeconds") ?? defaults.Connect,
            FirstByte = ReadSeconds(section, "firstByteTimeoutSeconds") ?? defaults.FirstByte,
            Idle = ReadSeconds(section, "idleTimeoutSeconds") ?? defaults.Idle,
            Total = ReadSeconds(section, "maxDurationSeconds") ?? defaults.Total,
            ResponseBytes = section.Integer("maxResponseBytes", 1024, LargestResponse) ?? defaults.ResponseBytes,
        };
    }

    private static TimeSpan? ReadSeconds(ConfigurationSectionReader section, string name) =>
        section.Number(name, 0.001m, MostSeconds) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null;

    private static UpstreamOptions ReadUpstream(ConfigurationSectionReader section, string baseDirectory)
    {
        section.RefuseUnknown("name", "baseUrl", "apiKey", "asksForUsage", "models", "embeddings");
        var models = section.List("models").Select(ReadModel).ToList();
        var embeddings = section.List("embeddings").Select(ReadEmbedding).ToList();
        if (models.Count == 0 && embeddings.Count == 0)
        {
            section.Refuse("models", "must list at least one model.");
        }

        return new UpstreamOptions(
            ReadName(section),
            ReadBaseUrl(section),
            CredentialReader.Read(section, "apiKey", baseDirectory),
            section.Boolean("asksForUsage", whenAbsent: true),
            models)
        {
            Embeddings = embeddings,
        };
    }

    private static EmbeddingModelOptions ReadEmbedding(ConfigurationSectionReader section)
    {
        section.RefuseUnknown("name", "upstreamName");
        var name = ReadName(section);
        return new EmbeddingModelOptions(name, section.Text("upstreamName") ?? name);
    }

    private static UpstreamModelOptions ReadModel(ConfigurationSectionReader section)
    {
        section.RefuseUnknown("name", "upstreamName", "inputPerMillion", "outputPerMillion", "maxOutputTokens", "description");
        var name = ReadName(section);
        if (name == EchoModel.Name)
        {
            section.Refuse("name", $"'{EchoModel.Name}' is the name of the built-in simulator.");
        }

        return new UpstreamModelOptions(
            name,
            section.Text("upstreamName") ?? name,
            new ModelPrice(ReadPrice(section, "inputPerMillion"), ReadPrice(section, "outputPerMillion")),
            section.Integer("maxOutputTokens", 1, MostOutputTokens),
            section.Text("description"));
    }

    private static string ReadName(ConfigurationSectionReader section)
    {
        var name = section.RequiredText("name");
        if (name.Length > LongestName || name != name.Trim() || name.Any(char.IsControl))
        {
            section.Refuse("name", $"must be at most {LongestName} characters, without control characters and without spaces around it.");
        }

        return name;
    }

    private static decimal ReadPrice(ConfigurationSectionReader section, string name)
    {
        if (section.RequiredText(name).Length == 0 || section.Number(name, 0, ModelPrice.Highest) is not { } price)
        {
            return 0;
        }

        if (ModelPrice.IsValid(price))
        {
            return price;
        }

        section.Refuse(name, "must have at most nine decimal places.");
        return 0;
    }

    private static Uri ReadBaseUrl(ConfigurationSectionReader section)
    {
        var text = section.RequiredText("baseUrl");
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url is { UserInfo: "", Query: "", Fragment: "" })
        {
            return url;
        }

        if (text.Length > 0)
        {
            section.Refuse("baseUrl", "must be an absolute http or https URL without user name, query and fragment.");
        }

        return new Uri("http://localhost/");
    }

    private static void RefuseRepeated(ConfigurationSectionReader section, string name, IEnumerable<string> names, string what = "upstream")
    {
        foreach (var repeated in names.Where(static text => text.Length > 0).GroupBy(static text => text).Where(static group => group.Count() > 1))
        {
            section.Refuse(name, $"has more than one {what} named '{repeated.Key}'.");
        }
    }
}
