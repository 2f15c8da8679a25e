using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trellis;

/// <summary>
/// Everything in which one platform's calls differ from another's: how credentials travel, which failures are worth another attempt and
/// when, and what exception an error becomes. The rest is <see cref="ApiConnection"/>. Immutable; safe for concurrent use.
/// </summary>
internal abstract class ApiProtocol
{
    /// <summary>The platform's name in lower case, as in log categories, cache keys and traces.</summary>
    public abstract string Name { get; }

    /// <summary>What makes the platform's secrets unreadable in anything a person may see.</summary>
    public abstract Redactor Redactor { get; }

    /// <summary>Whether a call without a credential is refused, rather than sent without one. The token is then empty.</summary>
    public virtual bool NeedsCredential => true;

    /// <summary>Whether requests without a body say the type of one all the same; their length is then sent as zero.</summary>
    public virtual bool DeclaresMissingBody => false;

    /// <summary>
    /// Whether each attempt has a correlation id of its own, made by <see cref="NewCorrelationId"/>, instead of one for the whole call.
    /// </summary>
    public virtual bool CorrelatesAttempts => false;

    /// <summary>Writes the body of a call, credential and all. Called once per call. Writing nothing sends no body.</summary>
    public virtual void WriteBody(PooledBuffer output, RequestBody? body, string token) => body?.WriteTo(output);

    /// <summary>Sets the headers of an attempt that the platform asks for: credentials, signatures, timestamps.</summary>
    public virtual void PrepareHeaders(HttpRequestMessage request, ReadOnlySpan<byte> body, string token)
    {
    }

    /// <summary>A fresh correlation id in the platform's form.</summary>
    public virtual string NewCorrelationId() => Correlation.NewId();

    /// <summary>The longest error body that is read, in bytes; what follows is cut.</summary>
    public virtual int MaxErrorBytes => 64 * 1024;

    /// <summary>Whether the response says that the call did what it was asked to.</summary>
    public virtual bool IsSuccess(HttpResponseMessage response, CallState call) =>
        call.SuccessStatus == 0 ? (int)response.StatusCode is >= 200 and < 300 : (int)response.StatusCode == call.SuccessStatus;

    /// <summary>Reads the value from a successful response's body.</summary>
    /// <exception cref="JsonException">The body is not JSON, or of another shape than the type declares.</exception>
    public virtual T Decode<T>(ReadOnlySpan<byte> body, int status, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(body, type)!;

    /// <summary>The value of a call whose answer went to a stream.</summary>
    /// <param name="response">The response, its body read.</param>
    /// <param name="bytes">How many bytes there were.</param>
    public virtual T Delivered<T>(HttpResponseMessage response, long bytes) => default!;

    /// <summary>Decides whether a failed attempt is worth another, and how long to wait before it.</summary>
    /// <param name="failure">Why it failed.</param>
    /// <param name="attempt">The number of the failed attempt, from 1.</param>
    /// <param name="randomness">Uniform random numbers in [0, 1).</param>
    /// <param name="delay">The wait before the next attempt.</param>
    public abstract bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay);

    /// <summary>Makes the exception that the caller sees. The one place where masking has to happen.</summary>
    public abstract Exception CreateException(ApiFailure failure, FailedCall call);

    /// <summary>Makes the exception for a credential that cannot be used.</summary>
    public abstract Exception CreateCredentialException(string message);
}
