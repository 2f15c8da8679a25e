using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Tests.Blobs;

/// <summary>So much of the S3 API as blobs need, on a real web server: objects, ranges, uploads in parts.</summary>
internal sealed class S3Stub : IAsyncDisposable
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";
    private const string Bucket = "/bucket/";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private readonly ConcurrentDictionary<string, Upload> _uploads = new();
    private readonly ConcurrentQueue<string> _signatures = new();
    private readonly ConcurrentQueue<int> _partLengths = new();
    private int _unsignedBodies;

    private S3Stub(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public IReadOnlyCollection<string> Keys => [.. _objects.Keys];

    public IReadOnlyCollection<string> Signatures => [.. _signatures];

    public IReadOnlyList<int> PartLengths => [.. _partLengths];

    public int UnfinishedUploads => _uploads.Count;

    /// <summary>How many bodies were not covered by a signature.</summary>
    public int UnsignedBodies => _unsignedBodies;

    /// <summary>Whether every request is answered with 403.</summary>
    public bool Refuses { get; set; }

    public static async Task<S3Stub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var stub = new S3Stub(app);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    public void AddUnfinished(string key) => _uploads[Guid.NewGuid().ToString("N")] = new Upload(key);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private static Task RefuseAsync(HttpResponse response, int status, string code)
    {
        response.StatusCode = status;
        return WriteAsync(response, new XElement("Error", new XElement("Code", code), new XElement("Message", code)));
    }

    private static Task WriteAsync(HttpResponse response, XElement body)
    {
        response.ContentType = "application/xml";
        return response.WriteAsync(body.ToString());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var body = await ReadAsync(request);
        _signatures.Enqueue(request.Headers.Authorization.ToString());
        var digest = request.Headers["x-amz-content-sha256"].ToString();
        if (digest == UnsignedPayload || (body.Length > 0 && digest != Convert.ToHexStringLower(SHA256.HashData(body))))
            Interlocked.Increment(ref _unsignedBodies);

        var path = request.Path.Value! + (request.Path.Value!.EndsWith('/') ? "" : "/");
        var key = path.StartsWith(Bucket, StringComparison.Ordinal) ? path[Bucket.Length..].TrimEnd('/') : null;
        var upload = request.Query["uploadId"].ToString();
        await ((request.Method, key) switch
        {
            _ when Refuses => RefuseAsync(response, 403, "AccessDenied"),
            (_, null) => RefuseAsync(response, 404, "NoSuchBucket"),
            ("GET", "") when request.Query.ContainsKey("uploads") => ListUploadsAsync(request, response),
            ("PUT", _) when upload.Length > 0 => PutPartAsync(request, response, upload, body),
            ("PUT", _) => PutAsync(response, key, body),
            ("POST", _) when request.Query.ContainsKey("uploads") => BeginAsync(response, key),
            ("POST", _) when upload.Length > 0 => CompleteAsync(response, key, upload, body),
            ("DELETE", _) when upload.Length > 0 => AbortAsync(response, upload),
            ("DELETE", _) => DeleteAsync(response, key),
            ("GET", _) => GetAsync(request, response, key),
            _ => RefuseAsync(response, 405, "MethodNotAllowed"),
        });
    }

    private Task PutAsync(HttpResponse response, string key, byte[] body)
    {
        _objects[key] = body;
        response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
        return Task.CompletedTask;
    }

    private Task GetAsync(HttpRequest request, HttpResponse response, string key)
    {
        if (!_objects.TryGetValue(key, out var content))
            return RefuseAsync(response, 404, "NoSuchKey");

        if (request.GetTypedHeaders().Range is not { Ranges: { Count: 1 } ranges })
            return response.Body.WriteAsync(content).AsTask();

        var range = ranges.Single();
        var from = (int)range.From!.Value;
        var to = (int)Math.Min(range.To ?? long.MaxValue, content.Length - 1);
        response.StatusCode = 206;
        response.Headers.ContentRange = $"bytes {from}-{to}/{content.Length}";
        return response.Body.WriteAsync(content.AsMemory(from, to - from + 1)).AsTask();
    }

    private Task DeleteAsync(HttpResponse response, string key)
    {
        _objects.TryRemove(key, out _);
        response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private Task BeginAsync(HttpResponse response, string key)
    {
        var id = Guid.NewGuid().ToString("N");
        _uploads[id] = new Upload(key);
        return WriteAsync(response, new XElement("InitiateMultipartUploadResult", new XElement("Key", key), new XElement("UploadId", id)));
    }

    private Task PutPartAsync(HttpRequest request, HttpResponse response, string upload, byte[] body)
    {
        var number = int.Parse(request.Query["partNumber"].ToString(), CultureInfo.InvariantCulture);
        _uploads[upload].Parts[number] = body;
        _partLengths.Enqueue(body.Length);
        response.Headers.ETag = $"\"part-{number}\"";
        return Task.CompletedTask;
    }

    private Task CompleteAsync(HttpResponse response, string key, string upload, byte[] body)
    {
        var named = XDocument.Parse(System.Text.Encoding.UTF8.GetString(body)).Root!.Elements()
            .Select(static part => int.Parse(part.Elements().Single(element => element.Name.LocalName == "PartNumber").Value, CultureInfo.InvariantCulture));
        _uploads.TryRemove(upload, out var parts);
        _objects[key] = [.. named.SelectMany(number => parts!.Parts[number])];
        return WriteAsync(response, new XElement("CompleteMultipartUploadResult", new XElement("Key", key), new XElement("ETag", "\"whole\"")));
    }

    private Task AbortAsync(HttpResponse response, string upload)
    {
        response.StatusCode = _uploads.TryRemove(upload, out _) ? 204 : 404;
        return Task.CompletedTask;
    }

    private Task ListUploadsAsync(HttpRequest request, HttpResponse response)
    {
        var prefix = request.Query["prefix"].ToString();
        var uploads = _uploads.Where(upload => upload.Value.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(static upload => new XElement("Upload", new XElement("Key", upload.Value.Key), new XElement("UploadId", upload.Key)));
        return WriteAsync(response, new XElement("ListMultipartUploadsResult", new XElement("IsTruncated", "false"), uploads));
    }

    private sealed record Upload(string Key)
    {
        public ConcurrentDictionary<int, byte[]> Parts { get; } = new();
    }
}
