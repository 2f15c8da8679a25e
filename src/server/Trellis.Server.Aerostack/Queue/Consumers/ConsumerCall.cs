using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>
/// Calls a consumer with a job: <c>{"id","type","data","queuedAt","attempt","maxAttempts"}</c>, signed with HMAC-SHA-256 over the time, a full
/// stop and the body. Any status from 200 to 299 means that the job is done. Safe for concurrent use.
/// </summary>
internal sealed class ConsumerCall : IDisposable
{
    /// <summary>How long a consumer may take. The lease of its job is twice as long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly ConsumerSecrets _secrets;
    private readonly TimeProvider _time;

    public ConsumerCall(ConsumerGuard guard, ConsumerSecrets secrets, TimeProvider time)
    {
        _secrets = secrets;
        _time = time;
        _http = new HttpClient(guard.Guard.CreateHandler(Patience)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Makes the call.</summary>
    /// <returns>Why it failed; null when the job is done.</returns>
    /// <exception cref="Kernel.Secrets.SecretProtectionException">The secret cannot be opened here.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<string?> RunAsync(Consumer consumer, Job job, CancellationToken cancellationToken)
    {
        using var request = Request(consumer, job);
        using var limit = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? null : $"The consumer answered {(int)response.StatusCode}.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The consumer did not answer within {Patience.TotalSeconds} seconds.";
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is OutboundRefusedException refused ? refused.Message : "The consumer could not be reached.";
        }
    }

    public void Dispose() => _http.Dispose();

    private static ReadOnlyMemory<byte> BodyOf(Job job)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + job.Payload.Length);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            JobJson.WriteKind(json, job);
            JobJson.WriteAttempt(json, job);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private HttpRequestMessage Request(Consumer consumer, Job job)
    {
        var body = BodyOf(job);
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, consumer.Url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Trellis-Queue", "1"));
        request.Headers.Add("X-Aerostack-Job-Id", job.Id);
        request.Headers.Add("X-Aerostack-Timestamp", timestamp);
        request.Headers.Add("X-Aerostack-Signature", $"sha256={Sign(_secrets.Open(consumer), timestamp, body.Span)}");
        return request;
    }

    private static string Sign(byte[] secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.ASCII.GetBytes(timestamp + "."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetCurrentHash());
    }
}
