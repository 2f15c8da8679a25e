using Microsoft.AspNetCore.Http;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Storage;

/// <summary>Files that are larger than anybody would hold in memory, over a real connection.</summary>
public sealed class StreamingTests
{
    private const long Large = 64 * 1024 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_file_is_sent_with_its_length_and_never_held_whole(bool synchronously)
    {
        long received = 0;
        long? announced = null;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            announced = context.Request.ContentLength;
            received = await DrainAsync(context);
            await LoopbackServer.AnswerAsync(context, """{"url":"https://h.test/k"}""");
        });
        using var client = server.Connect();
        using var file = new GeneratedStream(Large);
        var last = default(TransferProgress);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var progress = new Follower(value => last = value);
        _ = synchronously
            ? await Task.Factory.StartNew(() => client.Storage.Upload("k", new("f", file), progress: progress), TaskCreationOptions.LongRunning)
            : await client.Storage.UploadAsync("k", new("f", file), progress: progress);
        received.ShouldBe(announced!.Value);
        received.ShouldBeGreaterThan(Large);
        last.ShouldBe(new TransferProgress(Large, Large));

        // Kestrel's share included: the whole file would be 64 MiB at least.
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Large / 2);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_goes_in_chunks()
    {
        string? encoding = null;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            encoding = context.Request.Headers.TransferEncoding;
            await DrainAsync(context);
            await LoopbackServer.AnswerAsync(context, "{}");
        });
        using var client = server.Connect();
        using var file = new OneWayStream(new GeneratedStream(100_000));
        await client.Storage.UploadAsync("k", new("f", file));
        encoding.ShouldBe("chunked");
    }

    [Fact]
    public async Task An_upload_that_was_answered_early_begins_again_whole()
    {
        var requests = 0;
        var bodies = new List<long>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref requests) == 1)
            {
                // Answered before the body is read: what is left of it has to stop.
                context.Response.Headers.Connection = "close";
                await LoopbackServer.AnswerAsync(context, "{}", 503);
                return;
            }

            bodies.Add(await DrainAsync(context));
            await LoopbackServer.AnswerAsync(context, "{}");
        });
        using var client = server.Connect(options => options.Retries = new(new(1, 1, 1, 60_000), retryConnectionErrors: true));
        using var file = new GeneratedStream(Large);
        try
        {
            await client.Storage.UploadAsync("k", new("f", file));
            bodies.ShouldHaveSingleItem().ShouldBeGreaterThan(Large);
        }
        catch (AerostackTransportException)
        {
            // The server closed while the client was still writing, and which of the two is seen first is the network's doing.
            requests.ShouldBe(1);
        }

        // Whatever came of it, nobody reads the stream any more.
        var position = file.Position;
        file.Position = 0;
        file.ReadByte().ShouldBe(0);
        file.Position.ShouldBe(1);
        position.ShouldBeLessThanOrEqualTo(Large);
    }

    [Fact]
    public async Task An_upload_is_given_up_by_the_callers_token()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Request.Body.ReadExactlyAsync(new byte[1]);
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = server.Connect();
        using var cancel = new CancellationTokenSource();
        using var file = new GeneratedStream(1024L * 1024 * 1024);
        var upload = client.Storage.UploadAsync("k", new("f", file), cancellationToken: cancel.Token);
        await arrived.Task;
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => upload);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_object_arrives_in_a_stream_with_progress_and_what_its_headers_say(bool synchronously)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = Large;
            context.Response.Headers.ETag = "\"e\"";
            await new GeneratedStream(Large).CopyToAsync(context.Response.Body);
        });
        using var client = server.Connect(options => options.MaxResponseBytes = 1024);
        using var destination = new CheckingStream();
        var seen = new List<TransferProgress>();
        var progress = new Follower(seen.Add);
        var download = synchronously
            ? await Task.Factory.StartNew(() => client.Storage.Download("k", destination, progress), TaskCreationOptions.LongRunning)
            : await client.Storage.DownloadAsync("k", destination, progress);
        download.ShouldBe(new StorageDownload(Large, "image/png", "\"e\"", null));
        destination.Written.ShouldBe(Large);
        seen[^1].ShouldBe(new TransferProgress(Large, Large));
        seen.Select(value => value.Transferred).ShouldBeInOrder();
    }

    [Fact]
    public async Task An_object_is_asked_for_as_the_contract_has_it_and_may_be_of_any_type()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Text("hello", "text/plain"));
        using var destination = new MemoryStream();
        await aerostack.Client.Storage.DownloadAsync("k", destination);
        destination.ToArray().ShouldBe("hello"u8.ToArray());
        aerostack.Transport.LastRequest.Path.ShouldBe("/v1/storage/get");
        aerostack.LastBody.ShouldBe("""{"key":"k"}""");
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_the_servers_own_error_and_nothing_is_written()
    {
        using var aerostack = new AerostackFixture(Golden.Error(404, """{"code":"VALIDATION_ERROR","message":"There is no such object"}"""));
        using var destination = new MemoryStream();
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Storage.DownloadAsync("k", destination))).Message.ShouldBe("There is no such object");
        destination.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_download_that_broke_off_is_not_repeated_once_something_has_arrived()
    {
        using var aerostack = new AerostackFixture(
            options => options.Retries = new(new(1, 1, 1, 1000), retryConnectionErrors: true), StubAnswer.Bytes("hello"u8).CutAfter(3));
        using var destination = new MemoryStream();
        await Should.ThrowAsync<AerostackTransportException>(() => aerostack.Client.Storage.DownloadAsync("k", destination));
        destination.ToArray().ShouldBe("hel"u8.ToArray());
    }

    private static async Task<long> DrainAsync(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        var total = 0L;
        while (await context.Request.Body.ReadAsync(buffer) is > 0 and var read)
        {
            total += read;
        }

        return total;
    }

    private sealed class Follower(Action<TransferProgress> follow) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => follow(value);
    }
}
