using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Kernel.Tests.Blobs;

/// <summary>Blobs in a bucket, with PostgreSQL beside it: as where several servers share both.</summary>
public sealed class S3BlobTests(PostgresFixture fixture) : BlobSuite, IClassFixture<PostgresFixture>
{
    private S3Stub _service = null!;
    private string _connectionString = "";

    public override async ValueTask InitializeAsync()
    {
        _connectionString = await (await fixture.DatabaseAsync()).CreateSchemaAsync();
        _service = await S3Stub.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    [Fact]
    public async Task Keys_have_the_prefix_and_requests_are_signed_over_their_bodies()
    {
        var blob = await WriteAsync(Content(10));

        _service.Keys.ShouldBe([$"files/here/{blob.Id}"]);
        _service.Signatures.ShouldAllBe(signature =>
            signature.StartsWith("AWS4-HMAC-SHA256 Credential=test-key/", StringComparison.Ordinal) && signature.Contains("/eu-test-1/s3/", StringComparison.Ordinal));
        _service.UnsignedBodies.ShouldBe(0);
    }

    [Fact]
    public async Task Large_content_goes_up_in_parts_of_eight_megabytes()
    {
        await WriteAsync(Content((2 * S3Upload.PartBytes) + 1));

        _service.PartLengths.ShouldBe([S3Upload.PartBytes, S3Upload.PartBytes, 1]);
    }

    [Fact]
    public async Task A_service_that_refuses_is_an_input_output_error_without_the_credentials()
    {
        _service.Refuses = true;

        var error = await Should.ThrowAsync<IOException>(() => WriteAsync(Content(10)));

        error.Message.ShouldStartWith("The content in s3://bucket/files/here/ cannot be written");
        error.ToString().ShouldNotContain("test-secret");
    }

    protected override StoreOptions Options() => StoreOptions.For(_connectionString);

    private protected override Task<IBlobVolume> OpenVolumeAsync() => Task.FromResult<IBlobVolume>(new S3BlobVolume(
        BlobLocation.Parse($"s3://bucket/files/here?endpoint={_service.Url}&region=eu-test-1").S3!,
        new S3Credentials { AccessKeyId = "test-key", SecretAccessKey = "test-secret" }));

    private protected override Task LeaveUnfinishedAsync(string id)
    {
        _service.AddUnfinished($"files/here/{id}");
        return Task.CompletedTask;
    }

    private protected override void AssertEmpty()
    {
        _service.Keys.ShouldBeEmpty();
        _service.UnfinishedUploads.ShouldBe(0);
    }
}
