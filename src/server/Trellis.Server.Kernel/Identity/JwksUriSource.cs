namespace Trellis.Server.Kernel.Identity;

/// <summary>Keys from an address of the issuer. Redirects are not followed: they could lead away from https.</summary>
internal sealed class JwksUriSource : IVerificationKeySource, IDisposable
{
    private const int LargestAnswer = 256 * 1024;

    private readonly HttpClient _client;
    private readonly Uri _uri;
    private readonly string _algorithm;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public JwksUriSource(Uri uri, string algorithm, TimeSpan timeout, TimeProvider time)
    {
        _uri = uri;
        _algorithm = algorithm;
        _timeout = timeout;
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            MaxResponseContentBufferSize = LargestAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public async Task<VerificationKeySet> LoadAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var response = await _client.GetAsync(_uri, either.Token);
        response.EnsureSuccessStatusCode();
        return JwksParser.ParseSet(await response.Content.ReadAsStringAsync(either.Token), _algorithm);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
