namespace Trellis.Server.Aerostack.Search;

/// <summary>What a project can choose between (contract, section 2.2.5), and what the hosted platform means by it.</summary>
internal static class EmbeddingChoice
{
    public const string English = "english";
    public const string Multilingual = "multilingual";

    /// <summary>The models of the hosted platform for a choice.</summary>
    public static IReadOnlyList<string> HostedNames(string choice) =>
        choice == Multilingual ? ["@cf/baai/bge-m3", "bge-m3"] : ["@cf/baai/bge-base-en-v1.5", "bge-base-en-v1.5"];
}
