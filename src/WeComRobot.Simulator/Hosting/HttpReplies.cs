using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Hosting;

/// <summary>The responses of the endpoints that are not the service's.</summary>
internal static class HttpReplies
{
    public static Task StatusAsync(this HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task JsonAsync<T>(this HttpContext context, T value) =>
        context.BytesAsync("application/json; charset=utf-8", JsonText.Serialize(value));

    /// <summary>Responds with an error that says in one line what is wrong.</summary>
    public static Task ErrorAsync(this HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.BytesAsync("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(message + "\n"));
    }

    public static Task BytesAsync(this HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
