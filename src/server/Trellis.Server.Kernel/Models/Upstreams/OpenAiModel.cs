using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// One model at one address, for modules that are told of models outside the section <c>models</c>: whatever speaks OpenAI's API, Ollama
/// and Anthropic's compatible address among it. Safe for concurrent use; whoever creates it disposes it, after its last call.
/// </summary>
public sealed class OpenAiModel : IChatModel, IDisposable
{
    private readonly Upstream _upstream;
    private readonly UpstreamModel _model;

    /// <summary>Creates a model.</summary>
    /// <param name="name">How errors and logs call the provider.</param>
    /// <param name="model">The name that the provider knows.</param>
    /// <param name="baseUrl">The address under which <c>chat/completions</c> lies.</param>
    /// <param name="apiKey">What is sent as bearer; null for nothing. It appears in no error.</param>
    /// <param name="price">What its tokens cost.</param>
    /// <param name="timeout">The longest that a call may last.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where refusals are logged.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is not absolute.</exception>
    public OpenAiModel(
        string name, string model, Uri baseUrl, string? apiKey, ModelPrice price, TimeSpan timeout, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(loggers);
        if (!baseUrl.IsAbsoluteUri)
            throw new ArgumentException("The address of a model must be absolute.", nameof(baseUrl));

        var folder = baseUrl.AbsoluteUri.EndsWith('/') ? baseUrl : new Uri(baseUrl.AbsoluteUri + '/');
        var credential = string.IsNullOrEmpty(apiKey) ? null : new UpstreamCredential(apiKey);
        _upstream = new Upstream(new UpstreamOptions(name, folder, credential, AsksForUsage: false, []), new UpstreamLimits { Total = timeout }, time);
        Description = new ModelDescription(model, name, price, time.GetUtcNow());
        _model = new UpstreamModel(Description, model, _upstream, time, loggers.CreateLogger<UpstreamModel>());
    }

    /// <inheritdoc/>
    public ModelDescription Description { get; }

    /// <inheritdoc/>
    public ValueTask<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken = default) =>
        _model.CompleteAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _upstream.Dispose();
}
