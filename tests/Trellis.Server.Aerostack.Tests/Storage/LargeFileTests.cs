using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Storage;

/// <summary>Large files pass through the server without standing in its memory.</summary>
public sealed class LargeFileTests : ServerTest
{
    private const long Length = 64L * 1024 * 1024;
    private const long Most = 24L * 1024 * 1024;

    [Fact]
    public async Task Sixty_four_megabytes_go_up_and_down_with_flat_memory()
    {
        await UploadAsync(1000);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await UploadAsync(Length);
        var afterUpload = GC.GetTotalAllocatedBytes(precise: true);
        var digest = await DownloadAsync();
        var afterDownload = GC.GetTotalAllocatedBytes(precise: true);

        // Client and server together: all that was ever allocated, not only what was there at once.
        (afterUpload - before).ShouldBeLessThan(Most);
        (afterDownload - afterUpload).ShouldBeLessThan(Most);
        digest.ShouldBe(Convert.ToHexStringLower(await SHA256.HashDataAsync(new GeneratedStream(Length), AerostackServer.Cancellation)));
    }

    private async Task UploadAsync(long length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/storage/upload");
        request.Headers.Add("X-Aerostack-Key", First.Key);
        request.Content = new MultipartFormDataContent
        {
            { new StreamContent(new GeneratedStream(length)), "file", "large" },
            { new StringContent("large"), "key" },
        };
        using var response = await Server.Http.SendAsync(request, AerostackServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> DownloadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/storage/get")
        {
            Content = new StringContent(new JsonObject { ["key"] = "large" }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Aerostack-Key", First.Key);
        using var response = await Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, AerostackServer.Cancellation);
        response.Content.Headers.ContentLength.ShouldBe(Length);
        await using var body = await response.Content.ReadAsStreamAsync(AerostackServer.Cancellation);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(body, AerostackServer.Cancellation));
    }
}
