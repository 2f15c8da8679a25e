using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class StorageTests(ProjectServer server)
{
    private const int Size = 5_000_000;

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_with_progress_on_both_ways()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        var bytes = RandomNumberGenerator.GetBytes(Size);
        var (up, down) = (new LastProgress(), new LastProgress());
        using var content = new MemoryStream(bytes);
        await client.Storage.UploadAsync("a/b c.bin", new UploadFile("b.bin", content), progress: up);

        using var destination = new MemoryStream();
        var download = await client.Storage.DownloadAsync("a/b c.bin", destination, down);

        destination.ToArray().ShouldBe(bytes);
        download.Bytes.ShouldBe(Size);
        up.Value.ShouldBe(new TransferProgress(Size, Size));
        down.Value.ShouldBe(new TransferProgress(Size, Size));
        (await client.Storage.GetMetadataAsync("a/b c.bin")).Size.ShouldBe(Size);
    }

    [Fact]
    public async Task An_address_is_read_in_parts_without_a_key_and_a_changed_one_not_at_all()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        await UploadAsync(client, "numbers.txt", "0123456789"u8.ToArray());
        var url = (await client.Storage.GetUrlAsync("numbers.txt")).Url!;
        using var http = new HttpClient();

        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var part = await http.SendAsync(request);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 2-4/10");
        (await part.Content.ReadAsStringAsync()).ShouldBe("234");
        (await http.GetStringAsync(url)).ShouldBe("0123456789");

        using var forged = await http.GetAsync(new Uri(url.ToString().Replace("numbers.txt", "letters.txt", StringComparison.Ordinal)));
        ((int)forged.StatusCode).ShouldBeInRange(400, 404);
    }

    [Fact]
    public async Task Files_are_copied_moved_listed_and_deleted()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        await UploadAsync(client, "a", "a"u8.ToArray());
        (await client.Storage.CopyAsync("a", "b")).Success.ShouldBe(true);
        (await client.Storage.MoveAsync("a", "c/d")).Success.ShouldBe(true);
        (await client.Storage.ListAllAsync(pageSize: 1).Select(static file => file.Key).ToListAsync()).ShouldBe(["b", "c/d"]);
        await client.Storage.DeleteAsync("b");
        (await client.Storage.ExistsAsync("b")).Exists.ShouldBe(false);
        using var nowhere = new MemoryStream();
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Storage.DownloadAsync("b", nowhere))).Status.ShouldBe(404);
    }

    private static async Task UploadAsync(AerostackClient client, string key, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        await client.Storage.UploadAsync(key, new UploadFile("file.txt", content));
    }

    private sealed class LastProgress : IProgress<TransferProgress>
    {
        public TransferProgress Value { get; private set; }

        public void Report(TransferProgress value) => Value = value;
    }
}
