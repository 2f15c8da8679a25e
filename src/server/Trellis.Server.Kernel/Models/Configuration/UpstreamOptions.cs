namespace Trellis.Server.Kernel.Models;

/// <summary>One upstream of the configuration.</summary>
/// <param name="Name">How the model list and error messages call it.</param>
/// <param name="BaseUrl">The address under which <c>chat/completions</c> and <c>embeddings</c> lie; ends with a slash.</param>
/// <param name="ApiKey">What is sent as Bearer; null for an upstream that wants nothing.</param>
/// <param name="AsksForUsage">Whether streams are asked to report usage (<c>stream_options.include_usage</c>).</param>
/// <param name="Models">Its models that complete chats.</param>
internal sealed record UpstreamOptions(
    string Name, Uri BaseUrl, UpstreamCredential? ApiKey, bool AsksForUsage, IReadOnlyList<UpstreamModelOptions> Models)
{
    /// <summary>Its models that turn texts into vectors. Of both together the configuration has at least one.</summary>
    public IReadOnlyList<EmbeddingModelOptions> Embeddings { get; init; } = [];
}
