using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Blobs;

namespace Trellis.Server.Kernel.Tests.Blobs;

public sealed class BlobLocationTests
{
    [Fact]
    public void A_path_is_a_folder()
    {
        var location = BlobLocation.Parse("some/folder");

        location.IsService.ShouldBeFalse();
        location.Folder.ShouldBe(Path.GetFullPath("some/folder"));
    }

    [Fact]
    public void A_bucket_without_more_is_Amazons_in_the_first_region()
    {
        var bucket = BlobLocation.Parse("s3://files").S3!;

        bucket.Bucket.ShouldBe("files");
        bucket.Prefix.ShouldBe("");
        bucket.Region.ShouldBe("us-east-1");
        bucket.Endpoint.ShouldBe(new Uri("https://s3.us-east-1.amazonaws.com"));
    }

    [Fact]
    public void A_bucket_may_name_a_prefix_a_service_and_a_region()
    {
        var location = BlobLocation.Parse("s3://files/a%20b/c/?endpoint=http%3A%2F%2F127.0.0.1%3A9000&region=eu-west-1");

        location.S3!.Prefix.ShouldBe("a b/c/");
        location.S3.Endpoint.ShouldBe(new Uri("http://127.0.0.1:9000"));
        location.S3.Region.ShouldBe("eu-west-1");
        location.ToString().ShouldBe("s3://files/a b/c/");
    }

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3:///prefix")]
    [InlineData("s3://key:secret@files")]
    [InlineData("s3://files?acl=public")]
    [InlineData("s3://files?endpoint=ftp://x")]
    [InlineData("s3://files?region=a&region=b")]
    [InlineData("s3://files?region=")]
    public void Anything_else_is_refused_without_being_shown(string location) =>
        Should.Throw<ArgumentException>(() => BlobLocation.Parse(location)).Message.ShouldNotContain("secret");

    [Fact]
    public void A_bucket_without_credentials_is_refused() =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddBlobs(BlobLocation.Parse("s3://files"))).Message.ShouldContain("credentials");

    [Fact]
    public void Credentials_show_no_secret() =>
        new S3Credentials { AccessKeyId = "id", SecretAccessKey = "hidden", SessionToken = "hidden" }.ToString().ShouldBe("id");
}
