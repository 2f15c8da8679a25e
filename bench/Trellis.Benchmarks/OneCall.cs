using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using System.Text;
using Anthropic;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpenAI;
using OpenAI.Models;
using RestSharp;
using Trellis.Askii;

namespace Trellis.Benchmarks;

/// <summary>
/// One JSON call of each library over a handler that answers from memory: what the library itself costs. Each asks its API for a list
/// of about the same size, with a token, and gets typed objects back.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(Configuration))]
public class OneCall : IDisposable
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyLTEifQ.c2lnbmF0dXJl";

    private readonly HttpClient _http = new(new CannedHandler(Answers.AskiiKeys)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private AskiiClient _askii = null!;
    private OpenAIModelClient _openAI = null!;
    private AnthropicClient _anthropic = null!;
    private RestClient _rest = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _askii = new AskiiClient(new AskiiClientOptions { BaseUrl = new Uri("http://127.0.0.1"), Token = Token }, new HttpClient(new CannedHandler(Answers.AskiiKeys)));
        _openAI = new OpenAIModelClient(new ApiKeyCredential(Token), new OpenAIClientOptions
        {
            Endpoint = new Uri("http://127.0.0.1/v1"),
            Transport = new HttpClientPipelineTransport(new HttpClient(new CannedHandler(Answers.OpenAIModels))),
        });
        _anthropic = new AnthropicClient { ApiKey = Token, BaseUrl = "http://127.0.0.1", HttpClient = new HttpClient(new CannedHandler(Answers.AnthropicModels)) };
        _rest = new RestClient(new HttpClient(new CannedHandler(Answers.AskiiKeys)), new RestClientOptions("http://127.0.0.1"));
    }

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON")]
    public async Task<int> Bare()
    {
        using var response = await _http.PostAsJsonAsync("platform/list-keys", new BareRequest(Token), BareJson.Default.BareRequest);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareKeyList))!.Keys.Count;
    }

    [Benchmark(Description = "Trellis.Askii")]
    public async Task<int> Askii() => (await _askii.Keys.ListAsync()).Keys.Count;

    [Benchmark(Description = "Trellis.Askii, synchronous")]
    public int AskiiSynchronous() => _askii.Keys.List().Keys.Count;

    [Benchmark(Description = "OpenAI")]
    public async Task<int> OpenAI() => (await _openAI.GetModelsAsync()).Value.Count;

    [Benchmark(Description = "RestSharp")]
    public async Task<int> RestSharp()
    {
        var request = new RestRequest("platform/list-keys", Method.Post).AddJsonBody(new BareRequest(Token));
        return (await _rest.PostAsync<BareKeyList>(request))!.Keys.Count;
    }

    [Benchmark(Description = "Anthropic")]
    public async Task<int> Anthropic() => (await _anthropic.Models.List()).Items.Count;

    [GlobalCleanup]
    public void Dispose()
    {
        _http.Dispose();
        _askii?.Dispose();
        _rest?.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Configuration : ManualConfig
    {
        public Configuration() => AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
